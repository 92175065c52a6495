import { expect, test } from 'vitest';
import { ownProperty, type JsonObject, type JsonValue } from './json.ts';
import { normaliseDocument } from './normalise.ts';
import type { Schema } from './schema.ts';

function documentOf(schemas: JsonObject, openapi: string): JsonObject {
  return { openapi, info: { title: 'Test', version: '1' }, paths: {}, components: { schemas } };
}

function normalise(schemas: JsonObject, openapi = '3.1.0') {
  return normaliseDocument({
    root: documentOf(schemas, openapi),
    locate: (pointer) => ({ file: 'test.yaml', pointer, line: 1 }),
  });
}

/** The schema without its place, and without what it does not say. */
function essence(schema: unknown): unknown {
  if (schema instanceof Map)
    return Object.fromEntries([...schema].map(([key, value]) => [key, essence(value)]));
  if (Array.isArray(schema)) return schema.map(essence);
  if (typeof schema !== 'object' || schema === null) return schema;
  const said = Object.entries(schema).filter(
    ([name, value]) =>
      name !== 'at' &&
      value !== undefined &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0) &&
      !(value instanceof Map && value.size === 0),
  );
  return Object.fromEntries(said.map(([name, value]) => [name, essence(value)]));
}

function schemaOf(given: JsonValue, openapi?: string): unknown {
  const { model, diagnostics } = normalise({ Given: given, Other: true }, openapi);
  expect(diagnostics).toEqual([]);
  return essence(model?.schemas.get('/components/schemas/Given')?.schema);
}

const STRING = { kind: 'string' };
const NULL = { kind: 'null' };

test.each<[title: string, given: JsonValue, want: unknown]>([
  ['no keyword', {}, { kind: 'any' }],
  ['true', true, { kind: 'any' }],
  ['false', false, { kind: 'never' }],
  [
    'annotations',
    { type: 'string', title: 'T', description: 'D', deprecated: true, default: 'x' },
    { kind: 'string', title: 'T', description: 'D', deprecated: true, default: 'x' },
  ],
  [
    'a list of types',
    { type: ['null', 'string'], maxLength: 2 },
    { kind: 'union', mode: 'types', members: [NULL, { kind: 'string', maxLength: 2 }] },
  ],
  [
    'an integer',
    { type: 'integer', format: 'int64' },
    { kind: 'number', integer: true, format: 'int64' },
  ],
  ['integer and number', { type: ['integer', 'number'] }, { kind: 'number' }],
  [
    'a keyword without a type',
    { minItems: 1 },
    {
      kind: 'union',
      mode: 'types',
      members: [
        NULL,
        { kind: 'boolean' },
        { kind: 'number' },
        STRING,
        { kind: 'array', minItems: 1 },
        { kind: 'object' },
      ],
    },
  ],
  [
    'enum beside type',
    { type: 'string', enum: ['b', 'a', 'b', 1] },
    { kind: 'enum', values: ['a', 'b'] },
  ],
  ['enum against type', { type: 'string', enum: [1] }, { kind: 'never' }],
  [
    'enum with a further keyword',
    { type: 'string', enum: ['a'], maxLength: 0 },
    {
      kind: 'intersection',
      members: [
        { kind: 'string', maxLength: 0 },
        { kind: 'enum', values: ['a'] },
      ],
    },
  ],
  ['const', { const: { b: 1, a: 2 } }, { kind: 'enum', values: [{ a: 2, b: 1 }] }],
  ['const outside enum', { const: 1, enum: [2] }, { kind: 'never' }],
  [
    'required beyond properties',
    { type: 'object', required: ['b', 'a'], properties: { b: {} } },
    {
      kind: 'object',
      properties: [{ name: 'b', required: true, schema: { kind: 'any' } }],
      requiredNames: ['a'],
    },
  ],
  ['one of one', { oneOf: [{ type: 'string' }] }, STRING],
  [
    'keywords side by side',
    { type: 'string', not: { const: 'a' } },
    {
      kind: 'intersection',
      members: [STRING, { kind: 'not', schema: { kind: 'enum', values: ['a'] } }],
    },
  ],
  [
    'a reference with siblings',
    { $ref: '#/components/schemas/Other', description: 'D' },
    { kind: 'reference', target: '/components/schemas/Other', description: 'D' },
  ],
  [
    'unevaluatedProperties around the rest',
    { type: 'object', unevaluatedProperties: false },
    { kind: 'unevaluated', schema: { kind: 'object' }, properties: { kind: 'never' } },
  ],
])('%s', (_, given, want) => {
  expect(schemaOf(given)).toEqual(want);
});

test.each<[title: string, given: JsonValue, want: unknown]>([
  [
    'nullable',
    { type: 'string', nullable: true },
    { kind: 'union', mode: 'types', members: [NULL, STRING] },
  ],
  [
    'exclusiveMinimum',
    { type: 'number', minimum: 1, exclusiveMinimum: true },
    { kind: 'number', exclusiveMinimum: 1 },
  ],
  [
    'exclusiveMaximum: false',
    { type: 'number', maximum: 1, exclusiveMaximum: false },
    { kind: 'number', maximum: 1 },
  ],
  [
    'siblings of $ref',
    { $ref: '#/components/schemas/Other', description: 'D' },
    { kind: 'reference', target: '/components/schemas/Other' },
  ],
])('OpenAPI 3.0: %s', (_, given, want) => {
  expect(schemaOf(given, '3.0.3')).toEqual(want);
});

test('a discriminator maps implicit and explicit tags to pointers', () => {
  const tagged = { type: 'object', properties: { kind: { type: 'string' } } };
  const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
  const { model } = normalise({
    Cat: tagged,
    Dog: tagged,
    Pet: {
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: {
        propertyName: 'kind',
        mapping: { tabby: 'Cat', hound: '#/components/schemas/Dog' },
      },
    },
  });
  const pet = model?.schemas.get('/components/schemas/Pet')?.schema;
  expect(pet?.kind === 'union' && pet.discriminator).toEqual({
    propertyName: 'kind',
    mapping: new Map([
      ['Cat', '/components/schemas/Cat'],
      ['Dog', '/components/schemas/Dog'],
      ['hound', '/components/schemas/Dog'],
      ['tabby', '/components/schemas/Cat'],
    ]),
  });
});

test('what a $ref finds outside the components becomes a schema of its own', () => {
  const { model } = normalise({
    Tree: {
      $defs: { leaf: { $anchor: 'leaf', type: 'string' } },
      properties: { a: { $ref: '#/components/schemas/Tree/$defs/leaf' }, b: { $ref: '#leaf' } },
    },
  });
  const leaf = model?.schemas.get('/components/schemas/Tree/$defs/leaf');
  expect({ name: leaf?.name, isComponent: leaf?.isComponent, kind: leaf?.schema.kind }).toEqual({
    name: 'Tree_$defs_leaf',
    isComponent: false,
    kind: 'string',
  });
  expect(model?.schemas.size).toBe(2);
});

test('references inside a schema with an $id start from there', () => {
  const { model } = normalise({
    Tree: {
      $id: 'https://example.com/tree',
      $defs: { leaf: { type: 'string' } },
      properties: { a: { $ref: '#/$defs/leaf' }, b: { $ref: 'tree#/$defs/leaf' } },
    },
  });
  expect([...(model?.schemas.keys() ?? [])]).toEqual([
    '/components/schemas/Tree',
    '/components/schemas/Tree/$defs/leaf',
  ]);
});

test.each<[code: string, severity: string, given: JsonValue, pointer: string]>([
  ['schema-invalid', 'error', 'string', ''],
  ['type-unknown', 'error', { type: 'text' }, '/type'],
  ['keyword-invalid', 'error', { type: 'string', minLength: -1 }, '/minLength'],
  ['keyword-invalid', 'error', { allOf: {} }, '/allOf'],
  ['keyword-invalid', 'error', { type: 'number', multipleOf: 0 }, '/multipleOf'],
  ['keyword-unknown', 'warning', { type: 'string', size: 1 }, '/size'],
  [
    'keyword-of-3.0',
    'warning',
    { type: 'number', minimum: 1, exclusiveMinimum: true },
    '/exclusiveMinimum',
  ],
  ['pattern-invalid', 'error', { type: 'string', pattern: '(' }, '/pattern'],
  ['pattern-not-unicode', 'warning', { type: 'string', pattern: '^\\-$' }, '/pattern'],
  ['pattern-exponential', 'error', { type: 'string', pattern: '^(?=(a+)+$)' }, '/pattern'],
  ['pattern-polynomial', 'warning', { patternProperties: { 'a*a*b': true } }, '/patternProperties'],
  ['ref-unresolved', 'error', { $ref: '#/components/schemas/Missing' }, '/$ref'],
])('%s is reported where it is', (code, severity, given, pointer) => {
  const { model, diagnostics } = normalise({ Given: given });
  expect(diagnostics).toMatchObject([
    { code, severity, at: { pointer: `/components/schemas/Given${pointer}` } },
  ]);
  expect(model === undefined).toBe(severity === 'error');
});

test('nullable without a type adds null to everything else', () => {
  const given = { nullable: true, allOf: [{ type: 'string' }] };
  expect(schemaOf(given, '3.0.3')).toEqual({
    kind: 'union',
    mode: 'anyOf',
    members: [STRING, { kind: 'null' }],
  });
});

const NESTED = { $ref: '#/components/schemas/Given' };

test.each([
  ['by itself', { anyOf: [NESTED, { type: 'string' }] }],
  ['with its siblings', { type: 'object', allOf: [{ if: true, else: NESTED }] }],
  ['negated', { not: NESTED }],
  ['where a property is there', { dependentSchemas: { a: NESTED } }],
  ['beside unevaluated properties', { ...NESTED, unevaluatedProperties: false }],
])('a schema that applies itself to the same value %s is refused', (_, given) => {
  const { model, diagnostics } = normalise({ Given: given });
  expect(model).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'schema-loop', at: { pointer: '/components/schemas/Given' } },
  ]);
});

test('a loop names all who take part, and those alone', () => {
  const { diagnostics } = normalise({
    Outside: NESTED,
    Given: { oneOf: [{ $ref: '#/components/schemas/Child' }, { type: 'null' }] },
    Child: { allOf: [NESTED, { $ref: '#/components/schemas/Base' }] },
    Base: { type: 'object' },
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"Given" applies itself to the value it is applied to, by way of "Child", and so never ends; remove one of the references',
  ]);
});

test.each([
  ['a property', { properties: { a: NESTED }, additionalProperties: NESTED }],
  ['an item', { items: NESTED, prefixItems: [NESTED], contains: NESTED }],
  ['a name', { propertyNames: NESTED }],
  ['what is left over', { unevaluatedItems: NESTED, unevaluatedProperties: NESTED }],
])('a schema may apply itself to %s', (_, given) => {
  expect(normalise({ Given: given }).diagnostics).toEqual([]);
});

const NODE = {
  $id: 'https://example.com/node',
  $dynamicAnchor: 'node',
  properties: { next: { $dynamicRef: '#node' } },
};

test('a $dynamicRef with one schema to mean is a reference', () => {
  const { model, diagnostics } = normalise({ Node: NODE });
  expect(diagnostics).toEqual([]);
  expect(essence(model?.schemas.get('/components/schemas/Node')?.schema)).toMatchObject({
    members: { 5: { properties: [{ schema: { target: '/components/schemas/Node' } }] } },
  });
});

test('a $dynamicRef whose meaning depends on the way to it is refused, unless allowed', () => {
  const root = documentOf(
    { Node: NODE, Strict: { $id: 'https://example.com/strict', $dynamicAnchor: 'node' } },
    '3.1.0',
  );
  const document = {
    root,
    locate: (pointer: string) => ({ file: 'test.yaml', pointer, line: 1 }),
  };
  const at = { pointer: '/components/schemas/Node/properties/next/$dynamicRef' };
  expect(normaliseDocument(document)).toMatchObject({
    model: undefined,
    diagnostics: [{ code: 'dynamic-ref', severity: 'error', at }],
  });
  expect(normaliseDocument(document, { allow: ['dynamic-ref'] })).toMatchObject({
    model: {},
    diagnostics: [{ code: 'dynamic-ref', severity: 'warning', at }],
  });
});

test('every node knows its pointer', () => {
  const schemas = {
    Pet: { type: 'object', properties: { 'a/b~c': { type: 'array', items: { type: 'string' } } } },
  };
  const { model } = normalise(schemas);
  const pointers: string[] = [];
  visit(model?.schemas.get('/components/schemas/Pet')?.schema);
  expect(pointers).toEqual([
    '/components/schemas/Pet',
    '/components/schemas/Pet/properties/a~1b~0c',
    '/components/schemas/Pet/properties/a~1b~0c/items',
  ]);

  function visit(schema: Schema | undefined): void {
    if (schema === undefined) return;
    pointers.push(schema.at.pointer);
    if (schema.kind === 'object') for (const property of schema.properties) visit(property.schema);
    if (schema.kind === 'array') visit(schema.items);
  }
});

test('__proto__ is a property name like any other', () => {
  const properties: JsonValue = JSON.parse('{"__proto__":{"type":"string"}}');
  const schema = schemaOf({ type: 'object', properties });
  expect(ownProperty(schema as JsonObject, 'properties')).toEqual([
    { name: '__proto__', schema: STRING },
  ]);
});
