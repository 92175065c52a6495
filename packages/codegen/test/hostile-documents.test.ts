import { normaliseDocument, ownProperty, type JsonObject } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GeneratedFile } from '../src/generated-file.ts';
import { emitValidators, generateClient, generateZod } from '../src/generate.ts';
import { importGenerated, typeErrors } from './compile.ts';
import { documentOf, specOf, type FastValidator } from './generate-from.ts';
import { hostileDocument } from './hostile-document.ts';

const DOCUMENTS = process.env['TEST_LONG'] === undefined ? 10 : 150;
const SEED = Number(process.env['TEST_SEED'] ?? 20261122);

interface Output {
  readonly document: JsonObject;
  readonly client: GeneratedFile[];
  readonly zod: GeneratedFile[];
}

/** `undefined` where the document is refused, with at least one reason. */
async function generate(document: JsonObject): Promise<Output | undefined> {
  const locate = (pointer: string) => ({ file: 'hostile.json', pointer, line: 1 });
  const { model, diagnostics } = normaliseDocument({ root: document, locate });
  if (model === undefined) {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).not.toEqual([]);
    return undefined;
  }
  const spec = { root: document, model };
  return { document, client: await generateClient(spec), zod: await generateZod(spec) };
}

const outputs: Output[] = [];

test('documents that are hostile in every name and text become files, or are refused', async () => {
  for (const document of fc.sample(hostileDocument, { seed: SEED, numRuns: DOCUMENTS })) {
    const output = await generate(document);
    if (output !== undefined) outputs.push(output);
  }
  expect(outputs.length).toBeGreaterThan(DOCUMENTS / 3);
});

test('no file has a name of the document’s making', () => {
  const paths = new Set(
    outputs.flatMap(({ client, zod }) => [...client, ...zod]).map(({ path }) => path),
  );
  expect([...paths].filter((path) => !/^[a-z-]+(\.[a-z-]+)?\.ts$/.test(path))).toEqual([]);
});

test('nothing runs on import, and every schema is there under its own name', async () => {
  for (const { document, client, zod } of outputs) {
    const { components } = await importGenerated<{
      components: Readonly<Record<string, FastValidator>>;
    }>(zod, 'fast.js');
    await importGenerated(client, 'index.js');
    const schemas = ownProperty(ownProperty(document, 'components'), 'schemas') as JsonObject;
    expect(Object.keys(components).sort()).toEqual(Object.keys(schemas).sort());
    expect(globalThis).not.toHaveProperty('hasRunHostileCode');
  }
});

test('no schema takes the name of what generated modules import or export', async () => {
  const names =
    'z checks values schemas predicates validators components operations paths accelerate Accelerated onUnknownValue UnknownValue Client createClient'.split(
      ' ',
    );
  const schemas = names.map((name) => [name, { properties: { a: { enum: [name, 'b'] } } }]);
  const { model } = specOf(documentOf(Object.fromEntries(schemas) as JsonObject));
  const files = emitValidators(model, { openEnums: true });
  expect(await typeErrors(files)).toEqual([]);
  const registry = await importGenerated<{ components: object }>(files, 'registry.js');
  expect(Object.keys(registry.components).sort()).toEqual(names.sort());
});

test('everything compiles', async () => {
  const files = outputs.flatMap(({ client, zod }, index) => [
    ...client.map((file) => ({ ...file, path: `${index}/client/${file.path}` })),
    ...zod.map((file) => ({ ...file, path: `${index}/zod/${file.path}` })),
  ]);
  expect(await typeErrors(files)).toEqual([]);
});
