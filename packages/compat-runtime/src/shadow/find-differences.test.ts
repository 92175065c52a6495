import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExact } from '../exact-json.ts';
import type { JsonValue } from '../exact-json.ts';
import { findDifferences } from './find-differences.ts';

const everything = { ignored: [], most: 1000 };

function find(primary: string, shadow: string, ignored: readonly string[] = []): unknown[] {
  const differences = findDifferences(parseExact(primary), parseExact(shadow), {
    ignored,
    most: 1000,
  });
  return differences.map(({ kind, pointer }) => `${kind} ${pointer}`);
}

test.each([
  ['equal values in another order', '{"a":1,"b":[true]}', '{"b":[true],"a":1}', []],
  ['a value', '{"a":{"b":1}}', '{"a":{"b":2}}', ['value /a/b']],
  ['a type', '{"a":"1"}', '{"a":1}', ['type /a']],
  ['null and an object', '{"a":null}', '{"a":{}}', ['type /a']],
  ['an array and an object', '[]', '{}', ['type ']],
  ['a property too few', '{"a":1,"b":2}', '{"b":2}', ['missing /a']],
  ['a property too many', '{}', '{"a/b":null}', ['extra /a~1b']],
  ['an item too many', '[1]', '[1,2]', ['extra /1']],
  ['inherited names', '{"constructor":1}', '{}', ['missing /constructor']],
  ['a prototype', '{"__proto__":{"a":1}}', '{"__proto__":{"a":2}}', ['value /__proto__/a']],
  ['integers a double rounds', '[9007199254740993]', '[9007199254740992]', ['value /0']],
  ['one number written in two ways', '[1e20, 1.0]', '[100000000000000000000, 1]', []],
  [
    'places in order',
    '{"a":1,"b":[1,2]}',
    '{"a":2,"b":[3,4]}',
    ['value /a', 'value /b/0', 'value /b/1'],
  ],
])('finds %s', (_title, primary, shadow, want) => {
  expect(find(primary, shadow)).toEqual(want);
});

test('what is ignored may differ, with all below it', () => {
  const primary = '{"results":[{"id":1,"at":1},{"id":2,"at":2}],"trace":{"a":1}}';
  const shadow = '{"results":[{"id":1,"at":3},{"id":3}],"trace":[]}';

  expect(find(primary, shadow, ['/results/*/at', '/trace'])).toEqual(['value /results/1/id']);
});

test('there are no more differences than asked for', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  const negated = numbers.map((number) => -1 - number);

  expect(findDifferences(numbers, negated, { ignored: [], most: 7 })).toHaveLength(7);
});

test('values nested more deeply than calls can be are compared, and their pointers are cut', () => {
  const nest = (core: string): JsonValue =>
    parseExact('[{"a":'.repeat(50_000) + core + '}]'.repeat(50_000));

  const [difference, ...others] = findDifferences(nest('1'), nest('2'), everything);

  expect(others).toEqual([]);
  expect(difference?.pointer).toMatch(/^(?:\/0\/a){100,}/);
  expect(difference?.pointer.length).toBeLessThanOrEqual(512);
});

test('a value does not differ from itself, and differs from any other', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [a, b].map((value) => JSON.stringify(value)) as [string, string];
      expect(find(left, left)).toEqual([]);
      const isEqual = isDeepStrictEqual(JSON.parse(left), JSON.parse(right));
      expect(find(left, right).length === 0).toBe(isEqual);
    }),
  );
});
