import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDocument, normaliseDocument } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Spec } from '../src/generate.ts';
import { accepts, validatorsOf } from './generate-from.ts';
import { matchingValue } from './matching-value.ts';

const RUNS_PER_SCHEMA = process.env['TEST_LONG'] === undefined ? 30 : 1000;
const SEED = Number(process.env['TEST_SEED'] ?? 20261122);

const OWN = fileURLToPath(new URL('../../../specs/', import.meta.url));
const require = createRequire(import.meta.url);
const FOREIGN = dirname(require.resolve('@readme/oas-examples/package.json'));

const documents = [
  ...listDocuments(OWN, /custom-channels\.yaml$/),
  ...listDocuments(FOREIGN, /^3\.\d.*\.json$/),
];

function listDocuments(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path));
}

async function readSpec(path: string): Promise<Spec> {
  const { document } = await loadDocument(path);
  const model = document && normaliseDocument(document).model;
  if (document === undefined || model === undefined) throw new Error(`${path} has errors`);
  return { root: document.root, model };
}

test('the corpus is what it was', () => {
  expect(documents.length).toBeGreaterThan(50);
});

test.each(documents.map((path) => [path.split('/').slice(-3).join('/'), path]))(
  'in %s, zod and predicates agree on every value, and change none',
  async (_, path) => {
    const spec = await readSpec(path);
    const validators = await validatorsOf(spec);
    const schemas = new Map(
      [...spec.model.schemas].map(([pointer, { schema }]) => [pointer, schema]),
    );
    for (const { name, isComponent, schema } of spec.model.schemas.values()) {
      if (!isComponent) continue;
      const validator = validators[name];
      const values = matchingValue(schema, schemas);
      fc.assert(
        fc.property(values, (value) => {
          if (!accepts(validator, value)) return;
          expect(validator?.schema.parse(value)).toEqual(value);
        }),
        { seed: SEED, numRuns: RUNS_PER_SCHEMA },
      );
    }
  },
);
