import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GeneratedFile } from '../src/generated-file.ts';
import { emitValidators } from '../src/generate.ts';
import { arbitraryValue } from './arbitrary-schema.ts';
import { typeErrors } from './compile.ts';
import { accepts, documentOf, specOf, validatorsOf } from './generate-from.ts';

const A = { $ref: '#/components/schemas/A' };
const B = { $ref: '#/components/schemas/B' };

const generated: GeneratedFile[] = [];

/** Ways in which `A` can lead back to itself. */
test.each<[string, JsonObject]>([
  [
    'a branch beside unevaluated properties',
    {
      properties: {
        a: { allOf: [{ oneOf: [A, { type: 'null' }] }], unevaluatedProperties: false },
      },
    },
  ],
  [
    'a condition',
    {
      properties: {
        a: {
          if: { type: 'object', anyOf: [B, A] },
          then: { required: ['b'] },
          unevaluatedProperties: { title: 'any' },
        },
      },
    },
  ],
  [
    'branches that look at properties',
    {
      anyOf: [{ properties: { a: A } }, { properties: { b: { anyOf: [A, B] } } }],
      unevaluatedProperties: false,
    },
  ],
  [
    'items',
    { prefixItems: [A], items: { anyOf: [A, { type: 'string' }] }, unevaluatedItems: false },
  ],
  ['what nothing requires', { properties: { a: { required: [], allOf: [{ prefixItems: [A] }] } } }],
  ['every name', { propertyNames: { anyOf: [{ const: 'a' }, B] }, additionalProperties: A }],
  ['patterns', { patternProperties: { '^a': A, '^b': { items: A } } }],
  ['a dependency', { dependentSchemas: { a: { properties: { b: A } } } }],
  ['what must not be', { properties: { a: { not: A } } }],
  ['an inherited name', { properties: { hasOwnProperty: A } }],
  [
    'types that exclude each other',
    {
      type: 'object',
      properties: { a: { allOf: [{ type: 'boolean' }, { const: 'a' }] }, b: A },
      additionalProperties: false,
    },
  ],
])('by way of %s', async (_, schema) => {
  const schemas = { A: schema, B: { type: 'object', properties: { b: { type: 'number' } } } };
  const spec = specOf(documentOf(schemas));
  const ajv = new Ajv2020({ strict: false, logger: false, ownProperties: true });
  ajv.addSchema({ $id: 'doc', components: { schemas } });
  const isValid = ajv.getSchema('doc#/components/schemas/A');
  const validator = (await validatorsOf(spec))['A'];
  fc.assert(
    fc.property(arbitraryValue, (value) => {
      // ajv takes an inherited name for one that a branch has evaluated.
      fc.pre(!('unevaluatedProperties' in schema && JSON.stringify(value).includes('hasOwn')));
      expect(accepts(validator, value)).toBe(isValid?.(value));
    }),
    { numRuns: 300, seed: 20261122 },
  );
  const files = emitValidators(spec.model);
  const folder = generated.length;
  generated.push(...files.map((file) => ({ ...file, path: `${folder}/${file.path}` })));
});

test('by way of schemas that are joined with it, and of those that are not', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const spec = specOf(
    documentOf({
      Contract: { type: 'object', properties: { lines: { type: 'array', items: ref('Line') } } },
      Quote: { allOf: [ref('Contract'), { type: 'object', properties: { status: true } }] },
      Invoice: { allOf: [ref('Contract'), { type: 'object', properties: { of: ref('Quote') } }] },
      Line: { type: 'object', properties: { document: { oneOf: [ref('Invoice'), ref('Quote')] } } },
    }),
  );
  const files = emitValidators(spec.model);
  generated.push(...files.map((file) => ({ ...file, path: `joined/${file.path}` })));
});

test('all of it compiles', async () => {
  expect(await typeErrors(generated)).toEqual([]);
});
