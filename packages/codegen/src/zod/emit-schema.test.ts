import { inspect } from 'node:util';
import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { importGenerated, typeErrors } from '../../test/compile.ts';
import { documentOf, generateFrom, specOf, validatorsOf } from '../../test/generate-from.ts';

interface Fast {
  readonly components: Readonly<Record<string, { is(value: unknown): boolean }>>;
}

interface Registry {
  readonly components: Readonly<Record<string, z.ZodType>>;
}

/** One keyword or combination: what it is emitted as, and what that then accepts and refuses. */
interface Example {
  readonly given: JsonValue;
  readonly want: string;
  readonly accepts: readonly unknown[];
  readonly refuses: readonly unknown[];
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  Anything: { given: {}, want: 'z.unknown()', accepts: [null, 1, 'a', {}, []], refuses: [] },
  Nothing: { given: false, want: 'z.never()', accepts: [], refuses: [null, 1, 'a', {}] },
  LengthCountsCodePoints: {
    given: { type: 'string', minLength: 2, maxLength: 3 },
    want: 'z.string().min(2).max(3)',
    accepts: ['ab', '😀😀😀'],
    refuses: ['😀', 'abcd', 12],
  },
  PatternWithSlash: {
    given: { type: 'string', pattern: '^a/b`\\d$' },
    want: 'z.string().regex(/^a\\/b`\\d$/u)',
    accepts: ['a/b`1'],
    refuses: ['a/b'],
  },
  Integer: {
    given: { type: 'integer', minimum: 0 },
    want: 'z.number().check(checks.integer()).min(0)',
    accepts: [0, 1.0, 2 ** 60, 2n ** 80n],
    refuses: [-1, 0.5, '1', -1n],
  },
  Int32: {
    given: { type: 'integer', format: 'int32' },
    want: 'z.number().check(checks.int32())',
    accepts: [2 ** 31 - 1, -(2 ** 31), 2n ** 31n - 1n, -(2n ** 31n)],
    refuses: [2 ** 31, -(2 ** 31) - 1, 0.5, 2n ** 31n, -(2n ** 31n) - 1n],
  },
  Int64: {
    given: { type: 'integer', format: 'int64' },
    want: 'z.number().check(checks.int64())',
    accepts: [2 ** 53 + 2, -(2 ** 63), 2n ** 63n - 1n, -(2n ** 63n), 0n],
    refuses: [2 ** 64, 1.5, 2n ** 63n, -(2n ** 63n) - 1n, '1'],
  },
  Decimals: {
    given: { type: 'number', multipleOf: 0.01, exclusiveMinimum: 0, maximum: 10 },
    want: 'z.number().gt(0).max(10).check(checks.multipleOf(0.01))',
    accepts: [0.07, 1.13, 10, 10n],
    refuses: [0, 0.005, 10.01, 0n, 11n],
  },
  Enumeration: {
    given: { type: 'string', enum: ['b', 'a'] },
    want: "z.enum(['a', 'b'])",
    accepts: ['a'],
    refuses: ['c', 1],
  },
  MixedEnumeration: {
    given: { enum: [1, 'a', null] },
    want: "z.literal(['a', 1, null])",
    accepts: [1, 'a', null],
    refuses: [2],
  },
  StructuredEnumeration: {
    given: { enum: [{ a: 1, b: [2] }] },
    want: 'z.unknown().check(checks.oneOfValues([JSON.parse(\'{"a":1,"b":[2]}\')]))',
    accepts: [{ b: [2], a: 1 }],
    refuses: [{ a: 1 }, { a: 1, b: [3] }],
  },
  StructuredItems: {
    given: { type: 'array', items: { enum: [{ a: 1 }] } },
    want: 'z.array(z.unknown().check(checks.oneOfValues([JSON.parse(\'{"a":1}\')])))',
    accepts: [[], [{ a: 1 }]],
    refuses: [[{ a: 2 }], [6]],
  },
  EnumerationBesideProperties: {
    given: { type: 'object', properties: { a: {} }, enum: [1, 'a'] },
    want: 'z.intersection(z.looseObject({ a: z.unknown().exactOptional() }), z.never())',
    accepts: [],
    refuses: [1, 'a', {}],
  },
  NullableType: {
    given: { type: ['string', 'null'] },
    want: 'z.string().nullable()',
    accepts: ['a', null],
    refuses: [1],
  },
  NoType: {
    given: { minLength: 2 },
    want: "z.union([z.string().min(2), checks.otherThan('string')])",
    accepts: ['ab', 1, null, {}],
    refuses: ['a'],
  },
  Items: {
    given: { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true },
    want: 'z.array(z.string()).min(1).check(checks.uniqueItems())',
    accepts: [['a', 'b']],
    refuses: [[], ['a', 'a'], [1], 'a'],
  },
  Prefix: {
    given: { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'number' } },
    want: 'z.array(z.unknown()).check(checks.prefixItems([z.string()], z.number()))',
    accepts: [[], ['a'], ['a', 1]],
    refuses: [[1], ['a', 'b']],
  },
  Contains: {
    given: { type: 'array', contains: { type: 'null' }, maxContains: 1 },
    want: 'z.array(z.unknown()).check(checks.contains(z.null(), 1, 1))',
    accepts: [[1, null]],
    refuses: [[1], [null, null]],
  },
  Record: {
    given: { type: 'object', additionalProperties: { type: 'number' } },
    want: 'z.record(z.string(), z.number())',
    accepts: [{}, { a: 1 }],
    refuses: [{ a: 'b' }, []],
  },
  Closed: {
    given: { type: 'object', properties: { a: {} }, additionalProperties: false },
    want: 'z.strictObject({ a: z.unknown().exactOptional() })',
    accepts: [{}, { a: null }],
    refuses: [{ b: 1 }],
  },
  InheritedNames: {
    given: {
      type: 'object',
      properties: { constructor: { type: 'string' } },
      required: ['constructor', 'toString'],
    },
    want: "z.looseObject({}).check(checks.ownProperty('constructor', z.string())).check(checks.requiredProperties('constructor', 'toString'))",
    accepts: [{ constructor: 'a', toString: 1 }],
    refuses: [{}, { constructor: 1, toString: 1 }],
  },
  InheritedNamesInClosedObject: {
    given: {
      type: 'object',
      properties: { constructor: { type: 'string' } },
      additionalProperties: false,
    },
    want: "z.looseObject({}).check(checks.ownProperty('constructor', z.string())).check(checks.patternProperties([], ['constructor'], z.never()))",
    accepts: [{}, { constructor: 'a' }],
    refuses: [{ constructor: 1 }, { b: 1 }],
  },
  ClosedTuple: {
    given: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
    want: 'z.array(z.unknown()).check(checks.prefixItems([z.string()], z.never()))',
    accepts: [[], ['a']],
    refuses: [['a', 1]],
  },
  LegacyPattern: {
    given: { type: 'string', pattern: '^\\-\\8$' },
    want: "z.string().regex(new RegExp('^\\\\-\\\\8$'))",
    accepts: ['-8'],
    refuses: ['a'],
  },
  JSON: {
    given: { enum: [[1]] },
    want: "z.unknown().check(checks.oneOfValues([JSON.parse('[1]')]))",
    accepts: [[1]],
    refuses: [[2]],
  },
  Patterns: {
    given: {
      type: 'object',
      patternProperties: { '^x-': { type: 'string' } },
      additionalProperties: false,
    },
    want: 'z.looseObject({}).check(checks.patternProperties([[/^x-/u, z.string()]], [], z.never()))',
    accepts: [{ 'x-a': 'b' }],
    refuses: [{ 'x-a': 1 }, { a: 'b' }],
  },
  Counts: {
    given: { type: 'object', minProperties: 1, maxProperties: 2, propertyNames: { maxLength: 1 } },
    want: "z.looseObject({}).check(checks.propertyNames(z.union([z.string().max(1), checks.otherThan('string')]))).check(checks.propertyCount(1, 2))",
    accepts: [{ a: 1 }],
    refuses: [{}, { a: 1, b: 1, c: 1 }, { ab: 1 }],
  },
  Dependencies: {
    given: {
      type: 'object',
      dependentRequired: { a: ['b'] },
      dependentSchemas: { c: { required: ['d'] } },
    },
    want: "z.looseObject({}).check(checks.dependentRequired([['a', ['b']]])).check(checks.dependentSchemas([['c', z.union([z.looseObject({}).check(checks.requiredProperties('d')), checks.otherThan('object')])]]))",
    accepts: [{}, { a: 1, b: 1 }, { c: 1, d: 1 }],
    refuses: [{ a: 1 }, { c: 1 }],
  },
  Exclusive: {
    given: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    want: 'z.union([z.string(), z.number()])',
    accepts: ['a', 1],
    refuses: [true],
  },
  ExactlyOne: {
    given: {
      oneOf: [
        { type: 'number', multipleOf: 2 },
        { type: 'number', multipleOf: 3 },
      ],
    },
    want: 'z.xor([z.number().check(checks.multipleOf(2)), z.number().check(checks.multipleOf(3))])',
    accepts: [2, 3],
    refuses: [6, 5],
  },
  Tagged: {
    given: {
      oneOf: ['a', 'b'].map((kind) => ({
        type: 'object',
        required: ['kind', kind],
        properties: { kind: { const: kind }, [kind]: {} },
      })),
    },
    want: "z.discriminatedUnion('kind', [z.looseObject({ a: z.unknown(), kind: z.literal('a') }), z.looseObject({ b: z.unknown(), kind: z.literal('b') })])",
    accepts: [{ kind: 'a', a: 1 }],
    refuses: [{ kind: 'a', b: 1 }, { kind: 'c' }],
  },
  Not: {
    given: { type: 'string', not: { enum: ['a'] } },
    want: "z.string().check(checks.not(z.literal('a')))",
    accepts: ['b'],
    refuses: ['a', 1],
  },
  Conditional: {
    given: { type: 'number', if: { minimum: 10 }, then: { multipleOf: 10 } },
    want: "z.number().check(checks.conditional(z.union([z.number().min(10), checks.otherThan('number')]), z.union([z.number().check(checks.multipleOf(10)), checks.otherThan('number')]), z.unknown()))",
    accepts: [1, 20],
    refuses: [11],
  },
  AllOf: {
    given: {
      allOf: [
        { type: 'object', required: ['a'], properties: { a: {} } },
        { type: 'object', required: ['b'], properties: { b: {} } },
      ],
    },
    want: 'z.intersection(z.looseObject({ a: z.unknown() }), z.looseObject({ b: z.unknown() }))',
    accepts: [{ a: 1, b: 2, c: 3 }],
    refuses: [{ a: 1 }, { b: 2 }],
  },
  DateTime: {
    given: { type: 'string', format: 'date-time' },
    want: "z.stringFormat('date-time', values.isDateTime)",
    accepts: ['2026-03-30T12:00:00.5+02:00'],
    refuses: ['2026-03-30', '2026-02-30T00:00:00Z'],
  },
};

const { zod } = await generateFrom(
  documentOf(
    Object.fromEntries(Object.entries(EXAMPLES).map(([name, { given }]) => [name, given])),
  ),
);

const { components: examples } = await importGenerated<Registry>(zod, 'registry.js');
const { components: fast } = await importGenerated<Fast>(zod, 'fast.js');

test.each(Object.entries(EXAMPLES))(
  '%s is emitted as a person would write it',
  (name, { want }) => {
    const schemas = zod.find(({ path }) => path === 'schemas.ts')?.contents ?? '';
    const [, code] = new RegExp(`export const ${name}(?:_2)? = ([^;]*);`).exec(schemas) ?? [];
    expect(withoutGuard(withoutLayout(code ?? ''))).toBe(withoutLayout(want));
  },
);

test.each(Object.entries(EXAMPLES))(
  '%s accepts and refuses what it says',
  (name, { accepts, refuses }) => {
    const schema = examples[name];
    for (const value of accepts) expect.soft(fast[name]?.is(value), inspect(value)).toBe(true);
    for (const value of refuses) expect.soft(fast[name]?.is(value), inspect(value)).toBe(false);
    for (const value of accepts)
      expect
        .soft(schema?.safeParse(value), inspect(value))
        .toMatchObject({ success: true, data: value });
    for (const value of refuses)
      expect.soft(schema?.safeParse(value).success, inspect(value)).toBe(false);
  },
);

test('recursive schemas compile and validate at every depth', async () => {
  const { client, zod: recursive } = await generateFrom(
    documentOf({
      Tree: {
        type: 'object',
        required: ['children'],
        properties: {
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
          owner: { $ref: '#/components/schemas/Owner' },
        },
      },
      Owner: {
        type: 'object',
        properties: {
          trees: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Tree' } },
        },
      },
      Place: {
        type: 'object',
        properties: { name: { type: 'string' } },
        allOf: [
          { type: 'object', properties: { inner: { $ref: '#/components/schemas/Place' } } },
          {
            type: 'object',
            additionalProperties: { anyOf: [{ $ref: '#/components/schemas/Place' }, true] },
          },
        ],
      },
      Json: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { $ref: '#/components/schemas/Json' } },
        ],
      },
    }),
  );
  expect(client.map(({ path }) => path)).toContain('types.ts');
  const { components } = await importGenerated<Registry>(recursive, 'registry.js');
  const typed = `import { Json, Place, Tree } from './index.js';
const json: Json = ['a', ['b', []]];
// @ts-expect-error -- a number is neither a text nor a list
const wrong: Json = ['a', [1]];
const place: Place = { inner: { name: 'a', inner: { more: 1 } } };
// @ts-expect-error -- names are texts
const nameless: Place = { inner: { name: 1 } };
const trees: Tree['children'] = Tree.parse({}).children;
export { Json as schema, json, nameless, place, trees, wrong };
`;
  expect(await typeErrors([...recursive, { path: 'use.ts', contents: typed }])).toEqual([]);
  const tree = { children: [{ children: [], owner: { trees: { a: { children: [] } } } }] };
  expect(components['Tree']?.safeParse(tree).success).toBe(true);
  expect(components['Tree']?.safeParse({ children: [{ children: [{}] }] }).success).toBe(false);
  expect(components['Json']?.safeParse(['a', ['b', []]]).success).toBe(true);
  expect(components['Json']?.safeParse(['a', [1]]).success).toBe(false);
});

test('everything emitted compiles under strict flags', async () => {
  expect(await typeErrors(zod)).toEqual([]);
});

/** What a schema is made in, for bundlers and for speed, says nothing of it. */
function withoutGuard(code: string): string {
  return code.replace(
    /^\/\*@__PURE__\*\/(?:z\.guardedBy\(predicates\.\w+,\(\)=>([^]*)\)|\(\(\)=>([^]*)\)\(\))$/,
    (_, guarded: string | undefined, made: string | undefined) => guarded ?? made ?? '',
  );
}

/** Formatting decides where lines break and whether a list ends in a comma, not what the code says. */
function withoutLayout(code: string): string {
  return code.replace(/,(?=\s*[)\]}])/g, '').replace(/\s+/g, '');
}

const PETS: JsonObject = {
  Cat: { type: 'object', required: ['lives'], properties: { lives: { type: 'integer' } } },
  Dog: { type: 'object', required: ['bark', 'tail'], properties: { bark: { type: 'string' } } },
  Pet: {
    oneOf: [
      { $ref: '#/components/schemas/Cat' },
      { $ref: '#/components/schemas/Dog' },
      { title: 'A name', type: 'string' },
    ],
  },
  Owner: {
    type: 'object',
    properties: { pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } },
  },
};

test.each([
  [{ lives: 'nine' }, 'closest is Cat: "lives": Invalid input: expected number, received string'],
  [{ tail: 1 }, 'closest is Cat: "lives": Invalid input: expected number, received undefined'],
  [7, 'matches none of Cat, Dog, A name'],
  [{ lives: 9, bark: 'a', tail: 1 }, 'matches Cat and Dog, and is to match only one of them'],
])('a message about %j names the member that came closest', async (pet, message) => {
  const { Owner } = await validatorsOf(specOf(documentOf(PETS)));
  const issue = Owner?.schema.safeParse({ pets: ['Tom', pet] }).error?.issues[0];
  expect(issue?.path).toEqual(['pets', 1]);
  expect(issue?.message).toMatch(new RegExp(`${message}$`));
});
