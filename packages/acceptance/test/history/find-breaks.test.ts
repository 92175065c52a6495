import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { findBreaks } from './find-breaks.ts';

/** A document with one operation, which takes and answers with the given schemas. */
function documentOf(
  sent: JsonObject,
  received: JsonObject,
  parameters: JsonObject[] = [],
): JsonObject {
  const content = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
  const post = {
    parameters,
    requestBody: { content: content(sent) },
    responses: { '200': { content: content(received) } },
  };
  return { openapi: '3.1.0', paths: { '/pets': { post } } };
}

const TEXT = { type: 'string' };
const PET = { type: 'object', required: ['name'], properties: { name: TEXT, age: TEXT } };

test.each([
  ['nothing', documentOf(PET, PET), []],
  ['an operation that is gone', { paths: {} }, ['POST /pets is gone']],
  [
    'a property that is gone',
    documentOf(PET, { ...PET, properties: { name: TEXT } }),
    ['POST /pets 200.age is gone'],
  ],
  [
    'another type',
    documentOf(PET, { ...PET, properties: { name: TEXT, age: { type: 'integer' } } }),
    ['POST /pets 200.age was string, is number'],
  ],
  [
    'what requests need',
    documentOf({ ...PET, required: ['name', 'age'] }, PET),
    ['POST /pets body.age is required'],
  ],
  [
    'what answers need not have',
    documentOf(PET, { ...PET, required: [] }),
    ['POST /pets 200.name is optional'],
  ],
  [
    'an enum in a request',
    documentOf({ ...PET, properties: { name: { type: 'string', enum: ['Rex'] }, age: TEXT } }, PET),
    ['POST /pets body.name is an enum'],
  ],
  [
    'null in an answer',
    documentOf(PET, { ...PET, properties: { name: TEXT, age: { type: ['string', 'null'] } } }),
    ['POST /pets 200.age may be null'],
  ],
  [
    'a parameter that is required',
    documentOf(PET, PET, [{ name: 'limit', in: 'query', required: true, schema: TEXT }]),
    ['POST /pets query limit is required'],
  ],
  [
    'an addition',
    documentOf(
      { ...PET, properties: { ...PET.properties, kind: TEXT } },
      { ...PET, required: ['name', 'age'] },
    ),
    [],
  ],
])('%s', (_, after, breaks) => {
  expect(findBreaks(documentOf(PET, PET), after as JsonObject)).toEqual(breaks);
});
