import {
  canonicalDocument,
  digestMeaning,
  type ApiModel,
  type JsonObject,
} from '@apipin/openapi-model';
import { nameBranches } from './adapt/name-branches.ts';
import { openEnums } from './adapt/open-enums.ts';
import { refuseUnknownProperties } from './adapt/refuse-unknown-properties.ts';
import { selectByDiscriminator } from './adapt/select-by-discriminator.ts';
import type { ClientOptions } from './client/emit-client.ts';
import { findWebhooks } from './find-webhooks.ts';
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
export async function generateClient(
  spec: Spec,
  options: ClientOptions = {},
): Promise<GeneratedFile[]> {
  // Loads a compiler, which validators do without.
  const { emitClient } = await import('./client/emit-client.ts');
  const names = createNameTable(spec.model);
  return finish(emitClient(spec.model, canonicalDocument(spec.root), names, options), spec);
}

/** What validators may do other than accept exactly what the schema accepts. */
export interface ZodOptions {
  /** The package of the same spec's client, to be held to the same types by a generated type test. */
  readonly clientPackage?: string | undefined;
  /** Whether properties are refused that the schema does not know. @defaultValue false */
  readonly strict?: boolean;
  /** Whether strings are accepted that an enumeration does not list, and reported to a hook. @defaultValue false */
  readonly openEnums?: boolean;
}

/**
 * Generates zod validators.
 *
 * @throws EmittedSyntaxError where the generator is at fault.
 */
export async function generateZod(spec: Spec, options: ZodOptions = {}): Promise<GeneratedFile[]> {
  return finish(emitValidators(spec.model, options), spec);
}

/** The files of validators as they are emitted: what they do, and not yet how they look. */
export function emitValidators(model: ApiModel, options: ZodOptions = {}): GeneratedFile[] {
  const adapted = adaptModel(model, options);
  // Adapted schemas say otherwise what tells them apart.
  const { webhooks } = findWebhooks(model);
  return emitZod(adapted, createNameTable(adapted), webhooks, options.clientPackage);
}

function adaptModel(model: ApiModel, { strict, openEnums: open }: ZodOptions): ApiModel {
  const selected = selectByDiscriminator(nameBranches(model));
  const closed = strict ? refuseUnknownProperties(selected) : selected;
  return open ? openEnums(closed) : closed;
}

/** Marks and formats files, in the order of their paths. */
async function finish(
  files: readonly GeneratedFile[],
  { root, model }: Spec,
): Promise<GeneratedFile[]> {
  const header = fileHeader({ ...model, digest: digestMeaning(root) });
  const formatted = await formatFiles(
    files.map((file) => ({ ...file, contents: header + file.contents })),
  );
  return formatted.sort((a, b) => (a.path < b.path ? -1 : 1));
}
