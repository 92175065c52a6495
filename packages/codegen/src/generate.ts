import {
  canonicalDocument,
  digestMeaning,
  type ApiModel,
  type JsonObject,
} from '@apipin/openapi-model';
import { formatFiles } from './format.ts';
import type { GeneratedFile } from './generated-file.ts';
import { fileHeader } from './header.ts';
import { createNameTable } from './names.ts';
import { emitZod } from './zod/emit-zod.ts';

/** A spec that has been read: the bundled document and the model of it. */
export interface Spec {
  readonly root: JsonObject;
  readonly model: ApiModel;
}

/**
 * Generates a typed client.
 *
 * @throws EmittedSyntaxError where the generator is at fault.
 */
export async function generateClient(spec: Spec): Promise<GeneratedFile[]> {
  // Loads a compiler, which validators do without.
  const { emitClient } = await import('./client/emit-client.ts');
  const names = createNameTable(spec.model);
  return finish(emitClient(spec.model, canonicalDocument(spec.root), names), spec);
}

/**
 * Generates zod validators.
 *
 * @param clientPackage - The package of the same spec's client, to be held to the same types by a generated type test.
 * @throws EmittedSyntaxError where the generator is at fault.
 */
export async function generateZod(spec: Spec, clientPackage?: string): Promise<GeneratedFile[]> {
  return finish(emitZod(spec.model, createNameTable(spec.model), clientPackage), spec);
}

/** Marks and formats files, in the order of their paths. */
async function finish(
  files: readonly GeneratedFile[],
  { root, model }: Spec,
): Promise<GeneratedFile[]> {
  const header = fileHeader({ ...model, digest: digestMeaning(root) });
  const formatted = await formatFiles(
    files.map(({ path, contents }) => ({ path, contents: header + contents })),
  );
  return formatted.sort((a, b) => (a.path < b.path ? -1 : 1));
}
