import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emitValidators, type Spec } from '../src/generate.ts';
import type { GeneratedFile } from '../src/generated-file.ts';
import { arbitrarySchema } from './arbitrary-schema.ts';
import { importGenerated, typeErrors } from './compile.ts';
import { documentOf, specOf, validatorsOf } from './generate-from.ts';
import { matchingValue } from './matching-value.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const SCHEMAS: JsonObject = {
  Named: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
  Account: {
    allOf: [ref('Named'), { type: 'object', properties: { status: { enum: ['OPEN', 'CLOSED'] } } }],
  },
  Page: {
    type: 'object',
    properties: {
      results: { type: 'array', items: ref('Account') },
      byName: { type: 'object', additionalProperties: ref('Named') },
    },
    additionalProperties: false,
  },
  File: {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: ['FILE'] }, size: { type: 'integer' } },
  },
  Link: {
    type: 'object',
    required: ['type', 'url'],
    properties: { type: { enum: ['LINK', 'SHORT_LINK'] }, url: { type: 'string' } },
  },
  Attachment: { oneOf: [ref('File'), ref('Link')], discriminator: { propertyName: 'type' } },
  MaybeAttachment: { anyOf: [ref('Attachment'), { type: 'null' }] },
  Selected: {
    oneOf: [ref('Named'), ref('Tree')],
    discriminator: { propertyName: 'kind' },
  },
  Tree: {
    type: 'object',
    properties: { colour: { enum: ['GREEN'] }, branches: { type: 'array', items: ref('Tree') } },
  },
  Loose: {
    anyOf: [
      { type: 'object', required: ['a'], properties: { a: { enum: ['A'] }, shared: true } },
      { type: 'object', required: ['b'], properties: { b: { type: 'integer' } } },
    ],
  },
  Code: { oneOf: [{ enum: ['A', 'B'] }, { type: 'string', minLength: 3 }] },
  Tuple: { type: 'array', prefixItems: [{ enum: ['X'] }], items: ref('Named') },
  Nullable: { enum: ['A', 'B', null] },
  Free: { type: 'object' },
  Patterned: {
    type: 'object',
    properties: { id: true },
    patternProperties: { '^x-': { enum: ['YES'] } },
  },
  Conditional: {
    type: 'object',
    properties: { kind: { type: 'string' } },
    if: { properties: { kind: { const: 'sized' } }, required: ['kind'] },
    then: { properties: { size: { enum: ['S', 'L'] } } },
    else: { properties: { weight: { type: 'number' } } },
  },
  Dependent: {
    type: 'object',
    properties: { card: { type: 'string' } },
    dependentSchemas: { card: { properties: { brand: { enum: ['VISA'] } } } },
  },
  Closed: {
    ...ref('Named'),
    properties: { level: { enum: ['LOW'] } },
    unevaluatedProperties: false,
  },
  Unlike: { type: 'object', properties: { a: { not: { enum: ['A'] } } } },
};

interface Tolerant {
  readonly '~standard': {
    validate(value: unknown): { readonly issues?: readonly { readonly path: PropertyKey[] }[] };
  };
  driftOf(
    value: unknown,
  ): readonly { kind: string; path: unknown[]; place: string[]; value?: string }[];
}

/** A document with an operation for each schema, which answers with it. */
function documentWithOperations(schemas: JsonObject): JsonObject {
  const operations = Object.keys(schemas).map((name): [string, JsonValue] => [
    `/${name}`,
    {
      get: {
        operationId: name,
        responses: {
          200: { description: '', content: { 'application/json': { schema: ref(name) } } },
        },
      },
    },
  ]);
  return { ...documentOf(schemas), paths: Object.fromEntries(operations) };
}

const files = emitValidators(specOf(documentWithOperations(SCHEMAS)).model);
const responses = await responsesOf(files);

async function responsesOf(
  generated: readonly GeneratedFile[],
): Promise<Readonly<Record<string, Tolerant>>> {
  const { operations } = await importGenerated<{
    operations: Readonly<Record<string, { readonly responses: { readonly 200: Tolerant } }>>;
  }>(generated, 'drift.js');
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, operation.responses[200]]),
  );
}

function issuesOf(name: string, value: unknown): PropertyKey[][] | undefined {
  return responses[name]?.['~standard'].validate(value).issues?.map(({ path }) => path);
}

test('what is emitted compiles', async () => {
  expect(await typeErrors(files)).toEqual([]);
});

test.each<[name: string, value: unknown, drift: string[]]>([
  ['Named', { name: 'a' }, []],
  ['Named', { name: 'a', 'x/~': 1 }, ['property x/~']],
  ['Account', { name: 'a', status: 'OPEN' }, []],
  [
    'Account',
    { name: 'a', status: 'PAUSED', more: 1 },
    ['enum-value status=PAUSED', 'property more'],
  ],
  [
    'Page',
    {
      results: [{ name: 'a' }, { name: 'b', x: 1 }],
      byName: { 'you@x.org': { name: 'c', y: 1 } },
      next: {},
    },
    ['property results.1.x', 'property byName.you@x.org.y', 'property next'],
  ],
  ['Attachment', { type: 'FILE', size: 1 }, []],
  ['Attachment', { type: 'SHORT_LINK', url: '', title: '' }, ['property title']],
  ['Attachment', { type: 'POLL', options: [] }, ['union-member type=POLL']],
  ['MaybeAttachment', null, []],
  ['MaybeAttachment', { type: 'POLL' }, ['union-member type=POLL']],
  ['Selected', { kind: 'Named', name: 'a', more: 1 }, ['property more']],
  ['Selected', { kind: 'Fish', scales: 1 }, ['union-member kind=Fish']],
  [
    'Tree',
    { branches: [{ branches: [{ colour: 'RED', age: 1 }] }] },
    ['enum-value branches.0.branches.0.colour=RED', 'property branches.0.branches.0.age'],
  ],
  ['Loose', { a: 'A', shared: 1 }, []],
  ['Loose', { a: 'A', b: 1, shared: 1, c: 1 }, ['property c']],
  ['Loose', { a: 'B' }, ['enum-value a=B']],
  ['Loose', { b: 1, a: 'B' }, ['property a']],
  ['Code', 'A', []],
  ['Code', 'ABC', []],
  ['Code', 'C', ['enum-value =C']],
  ['Tuple', ['Y', { name: 'a', z: 1 }], ['enum-value 0=Y', 'property 1.z']],
  ['Nullable', null, []],
  ['Nullable', 'C', ['enum-value =C']],
  ['Free', { anything: 1 }, []],
  ['Patterned', { id: 1, 'x-a': 'NO', y: 1 }, ['enum-value x-a=NO', 'property y']],
  ['Conditional', { kind: 'sized', size: 'XL' }, ['enum-value size=XL']],
  ['Conditional', { kind: 'other', size: 'XL', weight: 1 }, ['property size']],
  ['Dependent', { card: '1', brand: 'AMEX' }, ['enum-value brand=AMEX']],
  ['Dependent', { brand: 'AMEX' }, ['property brand']],
  ['Closed', { name: 'a', level: 'HIGH', x: 1 }, ['enum-value level=HIGH', 'property x']],
  ['Unlike', { a: 'B' }, []],
])('%s lets %j through, and tells what of it is new', (name, value, drift) => {
  expect(issuesOf(name, value)).toBeUndefined();
  const told = (responses[name]?.driftOf(value) ?? []).map(
    ({ kind, path, value: string }) =>
      `${kind} ${path.join('.')}${string === undefined ? '' : `=${string}`}`,
  );
  expect(told.sort()).toEqual(drift.sort());
});

test.each<[name: string, value: unknown, issues: PropertyKey[][]]>([
  ['Named', { name: 1, more: 1 }, [['name']]],
  ['Account', { name: 1, status: 'PAUSED' }, [['name']]],
  ['Account', { name: 'a', status: 1 }, [['status']]],
  ['Attachment', { type: 'LINK', size: 1 }, [['url']]],
  ['Attachment', { type: 1 }, [['type']]],
  ['Attachment', { url: '' }, [['type']]],
  ['Attachment', 'POLL', [[]]],
  ['MaybeAttachment', { type: 'LINK' }, [['url']]],
  ['Selected', { kind: 'Named' }, [[]]],
  ['Code', 1, [[]]],
  ['Unlike', { a: 'A' }, [['a']]],
])('%s refuses %j for what is wrong alone', (name, value, issues) => {
  expect(issuesOf(name, value)).toMatchObject(issues);
});

test('a place is the same whatever the value', () => {
  const value = {
    results: [
      { name: '', x: 1 },
      { name: '', x: 1 },
    ],
    byName: { a: { name: '', y: 1 } },
  };
  const places = responses['Page']?.driftOf(value).map(({ place }) => place.join('/'));
  expect(places).toEqual(['results/*/x', 'results/*/x', 'byName/*/y']);
});

test('names that every object inherits are names like others', () => {
  const value: unknown = JSON.parse('{"name":"a","__proto__":1,"constructor":2}');
  expect(responses['Named']?.driftOf(value).map(({ path }) => path)).toEqual([
    ['__proto__'],
    ['constructor'],
  ]);
  expect(issuesOf('Attachment', { type: 'constructor' })).toBeUndefined();
});

const DOCUMENTS = process.env['TEST_LONG'] === undefined ? 2 : 50;
const SEED = Number(process.env['TEST_SEED'] ?? 20261122);
const SEEDS = Array.from({ length: DOCUMENTS }, (_, index) => SEED + index);
const NAMES = Array.from({ length: 30 }, (_, index) => `S${index}`);

/** A document of schemas that refer to later ones, and values after each of them. */
function sampleDocument(
  seed: number,
  arbitraryOf: (components: readonly string[]) => fc.Arbitrary<JsonValue>,
): { spec: Spec; valuesOf: (name: string) => JsonValue[] } {
  const sampled = NAMES.map((name, index): [string, JsonValue] => {
    const arbitrary = arbitraryOf([...NAMES.slice(index + 1), 'Text']);
    const [schema] = fc.sample(arbitrary, { seed: seed * 1000 + index, numRuns: 1 });
    return [name, schema as JsonValue];
  });
  const schemas = { ...Object.fromEntries(sampled), Text: { type: 'string' } };
  const spec = specOf(documentWithOperations(schemas));
  const known = new Map([...spec.model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  const valuesOf = (name: string): JsonValue[] => {
    const schema = known.get(`/components/schemas/${name}`);
    if (schema === undefined) throw new Error(`no schema ${name}`);
    const values = fc.sample(matchingValue(schema, known), { seed, numRuns: 40 });
    return [...values, ...values.map(withMore)];
  };
  return { spec, valuesOf };
}

test.each(SEEDS)(
  'nothing is refused that was accepted, nor let through in silence (seed %i)',
  async (seed) => {
    const { spec, valuesOf } = sampleDocument(seed, (components) =>
      fc.oneof(arbitrarySchema(components), knowingSchema(components)),
    );
    const exact = await validatorsOf(spec);
    const tolerant = await responsesOf(emitValidators(spec.model));
    for (const name of NAMES) {
      for (const value of valuesOf(name)) {
        const kinds = tolerant[name]?.driftOf(value).map(({ kind }) => kind) ?? [];
        const result = tolerant[name]?.['~standard'].validate(value);
        const about = JSON.stringify({ seed, name, value, kinds });
        if (exact[name]?.is(value) === true) {
          expect.soft(result, about).toEqual({ value });
          expect
            .soft(
              kinds.filter((kind) => kind !== 'property'),
              about,
            )
            .toEqual([]);
        } else if (result?.issues === undefined) {
          expect.soft(kinds.length, about).toBeGreaterThan(0);
        }
      }
    }
  },
);

test.each(SEEDS)(
  'properties are told of where strict validators refuse them (seed %i)',
  async (seed) => {
    const { spec, valuesOf } = sampleDocument(seed, knowingSchema);
    const exact = await validatorsOf(spec);
    const strict = await validatorsOf(spec, { strict: true });
    const tolerant = await responsesOf(emitValidators(spec.model));
    for (const name of NAMES) {
      for (const value of valuesOf(name).filter((each) => exact[name]?.is(each))) {
        const isTold = tolerant[name]?.driftOf(value).length !== 0;
        expect.soft(isTold, JSON.stringify({ seed, name, value })).toBe(!strict[name]?.is(value));
      }
    }
  },
);

/** Schemas that list properties and strings, each of which others may know more of. */
function knowingSchema(components: readonly string[]): fc.Arbitrary<JsonValue> {
  const string = fc.constantFrom('A', 'B', 'C');
  const name = fc.constantFrom('a', 'b', 'constructor', 'more');
  return fc.letrec<{ schema: JsonValue }>((tie) => {
    const schema = tie('schema');
    const schemas = fc.array(schema, { minLength: 2, maxLength: 3 });
    const object = fc.dictionary(name, schema, { minKeys: 1, maxKeys: 3 }).chain((properties) =>
      fc.record({
        type: fc.constant('object'),
        properties: fc.constant(properties),
        required: fc.subarray(Object.keys(properties), { maxLength: 1 }),
      }),
    );
    return {
      schema: fc.oneof(
        { depthSize: 'small' },
        fc.record({ enum: fc.uniqueArray(string, { minLength: 1 }) }),
        fc.constantFrom({ type: 'string' }, { type: 'integer' }),
        fc.constantFrom(...components).map(ref),
        { weight: 3, arbitrary: object },
        fc.record({ type: fc.constant('object'), additionalProperties: schema }),
        fc.record({ type: fc.constant('array'), items: schema }),
        fc.record({ allOf: schemas }),
        fc.record({ anyOf: schemas }),
        fc.record({ oneOf: schemas }),
      ),
    };
  }).schema;
}

/** With a property in each object that the schema may not know. */
function withMore(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withMore);
  const entries = Object.entries(value).map(([name, part]): [string, JsonValue] => [
    name,
    withMore(part),
  ]);
  return Object.fromEntries([...entries, ['more', 1]]);
}
