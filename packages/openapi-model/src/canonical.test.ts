import fc from 'fast-check';
import { expect, test } from 'vitest';

import { canonicalDocument, digestMeaning } from './canonical.ts';
import type { JsonObject, JsonValue } from './json.ts';

const document = JSON.parse(`{
  "openapi": "3.1.0",
  "paths": {
    "/b": { "get": { "parameters": [{ "name": "q", "required": true, "schema": { "enum": [2, 1] } }] } },
    "/a": { "get": { "responses": { "200": { "content": { "text/plain": {
      "schema": { "enum": ["b", "a", null, { "y": 1, "x": [2, 1] }] },
      "example": { "required": ["b", "a"] }
    } } } } } }
  },
  "components": { "schemas": {
    "Pet": {
      "required": ["b", "a"],
      "dependentRequired": { "z": ["d", "c"], "y": ["f", "e"] },
      "properties": {
        "required": { "enum": ["y", "x"] },
        "enum": { "type": "array", "prefixItems": [{ "const": 2 }, { "const": 1 }] },
        "__proto__": { "type": "string" }
      },
      "default": { "enum": [2, 1] },
      "x-order": { "required": [2, 1] }
    }
  } }
}`) as JsonObject;

test('lists are sorted where schemas say that their order means nothing, and only there', () => {
  expect(canonicalDocument(document)).toMatchObject({
    paths: {
      '/a': {
        get: {
          responses: {
            200: {
              content: {
                'text/plain': {
                  schema: { enum: ['a', 'b', null, { x: [2, 1], y: 1 }] },
                  example: { required: ['b', 'a'] },
                },
              },
            },
          },
        },
      },
      '/b': { get: { parameters: [{ required: true, schema: { enum: [1, 2] } }] } },
    },
    components: {
      schemas: {
        Pet: {
          required: ['a', 'b'],
          dependentRequired: { y: ['e', 'f'], z: ['c', 'd'] },
          properties: {
            required: { enum: ['x', 'y'] },
            enum: { prefixItems: [{ const: 2 }, { const: 1 }] },
          },
          default: { enum: [2, 1] },
          'x-order': { required: [2, 1] },
        },
      },
    },
  });
});

test('keys are sorted by code unit', () => {
  const sorted = canonicalDocument({ b: 1, é: 2, a: 3, B: 4, '\u{1F600}': 5, '\uFF21': 6 });
  expect(Object.keys(sorted)).toEqual(['B', 'a', 'b', 'é', '\u{1F600}', '\uFF21']);
});

test('nothing is lost, a member __proto__ neither', () => {
  const text = JSON.stringify(canonicalDocument(document));
  expect(text).toContain('"__proto__":{"type":"string"}');
  expect(text).toHaveLength(JSON.stringify(document).length);
});

/** The same document, written in another order; `random` decides. */
function shuffle(value: JsonValue, name: string, random: () => number): JsonValue {
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => shuffle(item, '', random));
    return name === 'required' || name === 'enum' ? shuffled(items) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const isData = name === 'default' || name === 'example' || name.startsWith('x-');
  const entries = Object.entries(value).map(([key, member]) => {
    const inData = isData ? 'x-' : name === 'dependentRequired' ? 'required' : key;
    return [key, shuffle(member, inData, random)] as const;
  });
  return Object.fromEntries(shuffled(entries));
}

test('a document means the same in any order', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (numbers) => {
      const other = shuffle(document, '', () => numbers.next().value);
      expect(canonicalDocument(other as JsonObject)).toEqual(canonicalDocument(document));
      expect(digestMeaning(other as JsonObject)).toBe(digestMeaning(document));
    }),
  );
});

test.each([
  [{ info: { title: 'b' } }, { info: { title: 'a' } }],
  [{ servers: [{ url: 'a' }, { url: 'b' }] }, { servers: [{ url: 'b' }, { url: 'a' }] }],
  [{ 'x-a': { enum: [1, 2] } }, { 'x-a': { enum: [2, 1] } }],
])('%j does not mean %j', (a, b) => {
  expect(digestMeaning(a)).not.toBe(digestMeaning(b));
});

test('time is linear in the size', () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 50_000 }, (_, index) => [
      `Schema${index}`,
      { type: 'object', required: ['b', 'a'], properties: { a: { enum: ['y', 'x'] }, b: {} } },
    ]),
  );
  expect(digestMeaning({ components: { schemas } })).toMatch(/^[\da-f]{64}$/);
});
