import type { JsonValue } from '@apipin/openapi-model';

/** Pairs of schemas that differ in one thing each; both directions are cases of their own. */
export const SCHEMA_CASES: readonly (readonly [JsonValue, JsonValue])[] = [
  [{ type: 'integer' }, { type: ['integer', 'boolean'] }],
  [{ type: 'object' }, { type: 'boolean' }],
  [{ type: 'integer' }, { type: 'number' }],
  [{ type: ['string', 'null'] }, { type: 'string' }],
  [{ type: 'string' }, false],
  [{ type: 'string' }, { type: 'string', format: 'date' }],
  [
    { type: 'integer', format: 'int32' },
    { type: 'integer', format: 'int64' },
  ],
  [
    { type: 'string', format: 'date' },
    { type: 'string', format: 'uuid' },
  ],
  [{ type: 'string' }, { type: 'string', enum: ['a', 'b'] }],
  [{ enum: ['a'] }, { enum: ['a', 'b'] }],
  [{ const: 'a' }, { const: 'b' }],
  [{ type: 'string' }, { type: 'string', default: 'a' }],
  [
    { type: 'string', default: 'a' },
    { type: 'string', default: 'b' },
  ],
  ...limits('integer', 'minimum'),
  ...limits('integer', 'maximum'),
  ...limits('string', 'minLength'),
  ...limits('string', 'maxLength'),
  ...limits('array', 'minItems'),
  ...limits('array', 'maxItems'),
  ...limits('object', 'minProperties'),
  ...limits('object', 'maxProperties'),
  ...limits('array', 'minContains', { contains: { type: 'string' } }),
  ...limits('array', 'maxContains', { contains: { type: 'string' } }),
  [{ type: 'number' }, { type: 'number', multipleOf: 2 }],
  [
    { type: 'number', multipleOf: 2 },
    { type: 'number', multipleOf: 4 },
  ],
  [
    { type: 'number', multipleOf: 2 },
    { type: 'number', multipleOf: 3 },
  ],
  [{ type: 'string' }, { type: 'string', pattern: '^a' }],
  [
    { type: 'string', pattern: '^a' },
    { type: 'string', pattern: '.*' },
  ],
  [
    { type: 'string', pattern: '^a' },
    { type: 'string', pattern: '^b' },
  ],
  [{ type: 'array' }, { type: 'array', uniqueItems: true }],
  [{ type: 'object' }, { type: 'object', additionalProperties: false }],
  [{ type: 'object' }, { type: 'object', patternProperties: { '^x-': { type: 'string' } } }],
  ...demands('object', 'propertyNames'),
  ...demands('array', 'contains'),
  ...demands('object', 'unevaluatedProperties'),
  ...demands('array', 'unevaluatedItems'),
  ...demands('object', 'dependentSchemas', (schema) => ({ a: { properties: { b: schema } } })),
  ...demands('string', 'not'),
  [{ type: 'object' }, { type: 'object', dependentRequired: { a: ['b'] } }],
  [
    { type: 'object', dependentRequired: { a: ['b'] } },
    { type: 'object', dependentRequired: { a: ['b', 'c'] } },
  ],
  [
    { type: 'object', dependentRequired: { a: ['b'] } },
    { type: 'object', dependentRequired: { a: ['c'] } },
  ],
  [{ type: 'string' }, { type: 'string', contentEncoding: 'base64' }],
  [{ type: 'string' }, { type: 'string', contentMediaType: 'text/html' }],
  [{ type: 'string' }, { type: 'string', contentSchema: true }],
  [
    { type: 'string', contentSchema: { type: 'object' } },
    { type: 'string', contentSchema: { type: 'array' } },
  ],
  [
    { type: 'array', contains: { type: 'string' } },
    { allOf: [{ type: 'array', contains: { type: 'string' } }, { contains: { minimum: 2 } }] },
  ],
  ...choices('anyOf'),
  ...choices('oneOf'),
  [{ type: 'string' }, { type: 'string', if: { minLength: 2 }, then: { maxLength: 4 } }],
  ...branches('then'),
  ...branches('else'),
  [
    { type: 'string', if: { minLength: 2 }, then: { maxLength: 4 } },
    { type: 'string', if: { minLength: 3 }, then: { maxLength: 4 } },
  ],
  [discriminated({}), discriminated({ discriminator: { propertyName: 'kind' } })],
  [
    discriminated({ discriminator: { propertyName: 'kind' } }),
    discriminated({ discriminator: { propertyName: 'type' } }),
  ],
  [
    discriminated({ discriminator: { propertyName: 'kind' } }),
    discriminated({
      discriminator: { propertyName: 'kind', mapping: { a: '#/components/schemas/A' } },
    }),
  ],
  [
    discriminated({
      discriminator: { propertyName: 'kind', mapping: { a: '#/components/schemas/A' } },
    }),
    discriminated({
      discriminator: { propertyName: 'kind', mapping: { a: '#/components/schemas/B' } },
    }),
  ],
  [
    { type: 'string', 'x-extensible-enum': ['a'] },
    { type: 'string', 'x-extensible-enum': ['a', 'b'] },
  ],
  [{ type: 'string' }, { type: 'string', readOnly: true }],
  [{ type: 'string' }, { type: 'string', writeOnly: true }],
  [{ type: 'string' }, { type: 'string', deprecated: true }],
  [
    { type: 'string', deprecated: true },
    { type: 'string', deprecated: true, 'x-sunset': '2099-01-01' },
  ],
  [
    { type: 'string', deprecated: true, 'x-sunset': '2098-01-01' },
    { type: 'string', deprecated: true, 'x-sunset': '2099-01-01' },
  ],
  [
    { type: 'string', 'x-stability-level': 'beta' },
    { type: 'string', 'x-stability-level': 'stable' },
  ],
  [{ type: 'string' }, { type: 'string', description: 'Words' }],
  [{ type: 'object' }, { type: 'object', properties: { a: {} } }],
  [{ type: 'object' }, { type: 'object', properties: { a: {} }, required: ['a'] }],
  [
    { type: 'object', properties: { a: {} } },
    { type: 'object', properties: { a: {} }, required: ['a'] },
  ],
];

type Pair = readonly [JsonValue, JsonValue];

function limits(type: string, keyword: string, others: object = {}): Pair[] {
  const with2 = { type, ...others, [keyword]: 2 };
  return [
    [{ type, ...others }, with2],
    [with2, { type, ...others, [keyword]: 3 }],
  ];
}

function demands(
  type: string,
  keyword: string,
  wrap: (schema: JsonValue) => JsonValue = (schema) => schema,
): Pair[] {
  const demanding = (schema: JsonValue): JsonValue => ({ type, [keyword]: wrap(schema) });
  const short = { type: 'string', maxLength: 4 };
  return [
    [{ type }, demanding(short)],
    [demanding(short), demanding({ type: 'string', maxLength: 5 })],
    [demanding(short), demanding({ type: 'string', minLength: 1 })],
  ];
}

function choices(keyword: 'anyOf' | 'oneOf'): Pair[] {
  const [text, yes, thing] = [{ type: 'string' }, { type: 'boolean' }, { type: 'object' }];
  const A = { $ref: '#/components/schemas/A' };
  const B = { $ref: '#/components/schemas/B' };
  return [
    [{ [keyword]: [text, yes] }, { [keyword]: [text, yes, thing] }],
    [A, { [keyword]: [A, B] }],
    [thing, { [keyword]: [text, yes] }],
  ];
}

function branches(keyword: 'then' | 'else'): Pair[] {
  const start = { type: 'string', if: { minLength: 2 } };
  const most = (maxLength: number): JsonValue => ({ ...start, [keyword]: { maxLength } });
  return [
    [start, most(4)],
    [most(4), most(5)],
    [most(4), { ...start, [keyword]: { pattern: '^a' } }],
  ];
}

function discriminated(discriminator: object): JsonValue {
  return {
    oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
    ...discriminator,
  };
}
