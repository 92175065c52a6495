import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import type { Diff } from '../src/index.ts';
import { object, ref } from './boats.ts';
import { diffDocuments } from './diff-documents.ts';
import { requestSchemas, sharedSchemas, type Surroundings } from './verdicts/documents.ts';

/** What takes seconds takes minutes on a busy machine; what is cubic takes longer than that. */
const SECONDS_AT_MOST = 20;

const text = { type: 'string' };
const number = { type: 'integer' };

function diffSchemas(old: JsonValue, current: JsonValue, surroundings?: Surroundings): Diff {
  const pair = requestSchemas(old, current, surroundings);
  return diffDocuments(pair.old, pair.new);
}

function timed<Result>(work: () => Result): Result {
  const start = performance.now();
  const result = work();
  expect((performance.now() - start) / 1000).toBeLessThan(SECONDS_AT_MOST);
  return result;
}

/** `count` entries by a name with their number. */
function many(count: number, entry: (index: number) => [string, JsonValue]): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
}

test('names that objects have of their own are names like others', () => {
  const version = (type: string): JsonObject =>
    JSON.parse(`{
      "type": "object",
      "properties": {"__proto__": {"type": "${type}"}, "constructor": {"type": "${type}"}},
      "patternProperties": {"__proto__": {"type": "${type}"}},
      "required": ["toString"],
      "dependentRequired": {"__proto__": ["constructor"]}
    }`);
  const { changes } = diffSchemas(version('string'), version('integer'));
  expect(changes.map(({ subject }) => subject)).toEqual([
    'sendParcel request body.__proto__',
    'sendParcel request body.constructor',
    'sendParcel request body{__proto__}',
  ]);
});

test('a schema may have ten thousand properties', () => {
  const version = (type: string): JsonObject =>
    object(many(10_000, (index) => [`p${index}`, { type }]));
  const { changes } = timed(() => diffSchemas(version('string'), version('integer')));
  expect(changes).toHaveLength(10_000);
});

test('schemas may stand inside one another hundreds of levels deep', () => {
  const nested = (innermost: JsonValue): JsonValue =>
    Array.from({ length: 500 }).reduce<JsonValue>((inner) => object({ a: inner }), innermost);
  const { changes } = timed(() => diffSchemas(nested(text), nested(number)));
  expect(changes.map(({ rule }) => rule)).toEqual(['request-property-type-changed']);
});

test.each(['oneOf', 'anyOf', 'allOf'])('%s may have five hundred members', (keyword) => {
  const version = (type: string, name: string): JsonObject => ({
    [keyword]: Array.from({ length: 500 }, (_, index) =>
      object({ [`${name}${index}`]: { type }, [`shared${index % 7}`]: { type } }),
    ),
  });
  const changed = timed(() => diffSchemas(version('string', 'p'), version('integer', 'p')));
  expect(changed.changes).toHaveLength(507);
  const replaced = timed(() => diffSchemas(version('string', 'p'), version('integer', 'q')));
  expect(replaced.bump).toBe('major');
});

test('thousands of components may refer to one another', () => {
  const count = 2000;
  const components = (type: string): JsonObject =>
    many(count, (index) => [
      `C${index}`,
      object({
        value: { type },
        next: ref(`C${(index + 1) % count}`),
        other: ref(`C${(index * 7 + 3) % count}`),
      }),
    ]);
  const { old, new: current } = sharedSchemas(ref('C0'), ref('C0'), {
    oldComponents: components('string'),
    newComponents: components('integer'),
  });
  expect(timed(() => diffDocuments(old, current)).changes).toHaveLength(2 * count);
});

test('a value is not held against a pattern that could take for ever', () => {
  const values = { enum: [`${'a'.repeat(60)}!`] };
  for (const pattern of ['^(a+)+$', '^(?=a)(a+)+$']) {
    const { changes } = timed(() => diffSchemas(values, { ...text, pattern }));
    expect(changes.map(({ rule }) => rule)).toContain('request-body-enum-value-removed');
  }
});
