import {
  mapChildSchemas,
  mapModelSchemas,
  normaliseDocument,
  NO_ANNOTATIONS,
  type JsonObject,
  type Schema,
} from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importGenerated, typeErrors } from '../../test/compile.ts';
import { hostileDocument } from '../../test/hostile-document.ts';
import { generateClient, type Spec } from '../generate.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { generateCompat } from './generate-compat.ts';

const DOCUMENTS = process.env['TEST_LONG'] === undefined ? 10 : 150;
const SEED = Number(process.env['TEST_SEED'] ?? 20261122);
const PACKAGES = { old: '../old/index.js', current: '../current/index.js', rules: '../rules.js' };

const specs = fc
  .sample(hostileDocument, { seed: SEED, numRuns: DOCUMENTS })
  .map(specOf)
  .filter((spec) => spec !== undefined);

function specOf(root: JsonObject): Spec | undefined {
  const locate = (pointer: string) => ({ file: 'hostile.json', pointer, line: 1 });
  const { model } = normaliseDocument({ root, locate });
  return model && { root, model };
}

/** The same names with other types behind them, and what was required is not any more. */
function changed({ root, model }: Spec): Spec {
  return { root, model: mapModelSchemas(model, changeSchema) };
}

function changeSchema(schema: Schema): Schema {
  const mapped = mapChildSchemas(schema, changeSchema);
  if (mapped.kind === 'string') return { kind: 'boolean', ...NO_ANNOTATIONS, at: mapped.at };
  if (mapped.kind !== 'object') return mapped;
  const properties = mapped.properties.map((each) => ({ ...each, required: !each.required }));
  return { ...mapped, properties };
}

test('a document is the same as itself, whatever it holds', async () => {
  for (const spec of specs) {
    const files = await generateCompat(spec, spec, PACKAGES);
    expect(files.find(({ path }) => path === 'changes.ts')?.contents).toMatch(
      /export interface Changes \{\}/,
    );
  }
});

test('names of any kind become files of fixed names, and nothing runs on import', async () => {
  let changes = 0;
  for (const spec of specs) {
    const files = await generateCompat(spec, changed(spec), PACKAGES);

    expect(files.map(({ path }) => path)).toEqual([
      'changes.ts',
      'components.ts',
      'index.ts',
      'mappings.ts',
      'operations.ts',
    ]);
    changes += files[0]!.contents.split('old: ').length - 1;
    await importGenerated(withRules(files), 'compat/index.js');
    expect(globalThis).not.toHaveProperty('hasRunHostileCode');
  }
  expect(changes).toBeGreaterThan(DOCUMENTS);
});

test('what names of any kind become compiles', async () => {
  const outputs = await Promise.all(
    specs.map(async (spec) => {
      const files = withRules(await generateCompat(spec, changed(spec), PACKAGES));
      const [old, current] = await Promise.all(
        [spec, changed(spec)].map((each) => generateClient(each)),
      );
      return [...files, ...inFolder('old', old ?? []), ...inFolder('current', current ?? [])];
    }),
  );

  expect(await typeErrors(outputs.flatMap((files, index) => inFolder(`${index}`, files)))).toEqual(
    [],
  );
});

function withRules(files: readonly GeneratedFile[]): GeneratedFile[] {
  const rules =
    "import type { Rules } from './compat/index.js';\nexport const rules = {} as Rules;\n";
  return [...inFolder('compat', files), { path: 'rules.ts', contents: rules }];
}

function inFolder(folder: string, files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.map(({ path, contents }) => ({ path: `${folder}/${path}`, contents }));
}
