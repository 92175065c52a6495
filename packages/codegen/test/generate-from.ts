import { normaliseDocument, type JsonObject } from '@apipin/openapi-model';
import { generateClient, generateZod } from '../src/generate.ts';
import type { GeneratedFile } from '../src/generated-file.ts';

/** A document around component schemas, for tests that are about schemas alone. */
export function documentOf(schemas: JsonObject, openapi = '3.1.0'): JsonObject {
  return { openapi, info: { title: 'Test', version: '1' }, paths: {}, components: { schemas } };
}

/** What the generators make of `root`; a bad document fails the test. */
export async function generateFrom(
  root: JsonObject,
): Promise<{ client: GeneratedFile[]; zod: GeneratedFile[] }> {
  const { model, diagnostics } = normaliseDocument({
    root,
    locate: (pointer) => ({ file: 'test.yaml', pointer, line: 1 }),
  });
  if (model === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return { client: await generateClient({ root, model }), zod: await generateZod({ root, model }) };
}
