import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { RULES } from '../src/index.ts';
import { diffDocuments } from './diff-documents.ts';
import { OPERATION_CASES } from './operation-cases.ts';
import { SCHEMA_CASES } from './schema-cases.ts';
import { verdictPairs } from './verdict-pairs.ts';

const TODAY = new Date('2026-11-22');

test('every rule is reported for some pair of documents', async () => {
  const reported = new Set<string>();
  const report = (old: JsonObject, current: JsonObject): void => {
    const { changes } = diffDocuments(old, current, { today: TODAY });
    for (const { rule } of changes) reported.add(rule);
  };
  for (const pair of await verdictPairs()) report(pair.old, pair.new);
  for (const [one, other] of [...OPERATION_CASES, ...SCHEMA_CASES.map(everywhere)]) {
    report(one, other);
    report(other, one);
  }

  expect([...RULES.keys()].filter((rule) => !reported.has(rule))).toEqual([]);
});

/** Two documents with the schemas wherever schemas can stand. */
function everywhere(pair: readonly [JsonValue, JsonValue]): readonly [JsonObject, JsonObject] {
  return [document(pair[0]), document(pair[1])];
}

type Place = (schema: JsonValue) => JsonObject;

const PARTS: readonly Place[] = [
  (schema) => ({ requestBody: { required: true, content: { 'application/json': { schema } } } }),
  (schema) => ({ parameters: [{ name: 'q', in: 'query', required: true, schema }] }),
  (schema) => ({
    responses: { '200': { description: '', content: { 'application/json': { schema } } } },
  }),
  (schema) => ({
    responses: { '200': { description: '', headers: { 'X-Tide': { schema } } } },
  }),
];

/** The value itself, and a property of it. */
const PLACES = PARTS.flatMap((part): Place[] => [
  part,
  (schema) => part({ type: 'object', properties: { value: schema } }),
]);

function document(schema: JsonValue): JsonObject {
  const A = { type: 'object', properties: { a: {} }, title: 'A' };
  const B = { type: 'object', properties: { b: {} }, title: 'B' };
  const paths = PLACES.map((place, index): [string, JsonObject] => [
    `/boats/${index}`,
    { post: { operationId: `sendBoat${index}`, responses: {}, ...place(schema) } },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Boats', version: '1' },
    paths: Object.fromEntries(paths),
    components: { schemas: { A, B } },
  };
}
