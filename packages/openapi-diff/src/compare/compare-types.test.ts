import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { api, operation } from '../../test/boats.ts';
import { diffDocuments } from '../../test/diff-documents.ts';

function levels(place: (schema: JsonValue) => JsonObject, before: JsonValue, after: JsonValue) {
  const document = (schema: JsonValue): JsonObject =>
    api({ '/boats': { post: operation('addBoat', place(schema)) } });
  return diffDocuments(document(before), document(after)).changes.map(({ level }) => level);
}

const body =
  (mediaType: string) =>
  (schema: JsonValue): JsonObject => ({ requestBody: { content: { [mediaType]: { schema } } } });
const query =
  (others: JsonObject = {}) =>
  (schema: JsonValue): JsonObject => ({
    parameters: [{ name: 'q', in: 'query', schema, ...others }],
  });

const number = { type: 'integer' };
const text = { type: 'string' };
const texts = { type: 'array', items: text };

test('a number is a string where it travels as text', () => {
  expect(levels(query(), number, text)).toEqual(['non-breaking']);
  expect(
    levels(
      body('application/x-www-form-urlencoded'),
      { properties: { a: number } },
      { properties: { a: text } },
    ),
  ).toEqual(['non-breaking']);
  expect(levels(query(), text, number)).toEqual(['breaking']);
});

test('a number is no string in JSON', () => {
  expect(levels(body('application/json'), number, text)).toEqual(['breaking']);
  expect(levels(body('application/merge-patch+json'), number, text)).toEqual(['breaking']);
});

test('a string with a format or a pattern does not take every number', () => {
  expect(levels(query(), number, { ...text, format: 'uuid' })).toEqual(['breaking']);
  expect(levels(query(), number, { ...text, pattern: '^a' })).toEqual(['breaking']);
});

test('one value is a list of one where lists are repeated', () => {
  expect(levels(query(), text, texts)).toEqual(['non-breaking']);
  expect(levels(query({ explode: false }), text, texts)).toContain('breaking');
});

test('an integer is a number everywhere', () => {
  expect(levels(body('application/json'), number, { type: 'number' })).toEqual(['non-breaking']);
  expect(levels(body('application/json'), { type: 'number' }, number)).toEqual(['breaking']);
});
