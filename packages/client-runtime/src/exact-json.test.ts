import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { asParsed, int64 } from '../test/arbitrary-int64.ts';
import { parseExact, stringifyExact } from './exact-json.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Text that looks like JSON around an integer. */
const misleading = fc.string({ unit: fc.constantFrom('1', '"', '\\', ':', ',', '[', ' ', '-') });
// No escapes: `JSON.parse` of V8 13.6 misreads some keys that have them, with or without a reviver.
const keys = fc.oneof(
  fc.string({ unit: fc.constantFrom('1', ':', ',', '[', ' ', '-') }),
  fc.constant('__proto__'),
);

/** JSON has no negative zero for `JSON.stringify`, and a large number without fraction is an integer to a reader. */
function isWrittenAsItIsRead(value: unknown): boolean {
  return !Object.is(value, -0) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

const { values } = fc.letrec<{ values: unknown }>((tie) => ({
  values: fc.oneof(
    { maxDepth: 4 },
    int64.map(asParsed),
    fc.jsonValue({ maxDepth: 0 }).filter(isWrittenAsItIsRead),
    misleading,
    fc.array(tie('values')),
    fc.dictionary(keys, tie('values'), { noNullPrototype: true }),
  ),
}));

test('what is written is read again as it was, with every digit', () => {
  fc.assert(
    fc.property(values, (value) => {
      const text = stringifyExact(value);
      expect(parseExact(text, 'bigint')).toStrictEqual({ exact: value, value });
      expect(stringifyExact(parseExact(text, undefined).exact)).toBe(text);
    }),
  );
});

test('digits are in the places of the bigints, and nothing else differs', () => {
  fc.assert(
    fc.property(values, (value) => {
      const withDigits = JSON.stringify(value, (_name, part: unknown) =>
        typeof part === 'bigint' ? String(part) : part,
      );
      expect(JSON.stringify(parseExact(stringifyExact(value), undefined).value)).toBe(withDigits);
    }),
  );
});

test.each([
  ['9007199254740991', 2 ** 53 - 1],
  ['-9007199254740991', -(2 ** 53) + 1],
  ['9007199254740992', '9007199254740992'],
  ['9007199254740993', '9007199254740993'],
  ['-9223372036854775808', '-9223372036854775808'],
  ['{"a":\n\t-9007199254740993}', { a: '-9007199254740993' }],
  ['[ 9007199254740993 , 1]', ['9007199254740993', 1]],
  ['["9007199254740993"]', ['9007199254740993']],
  ['[9007199254740993.0, 0.1234567890123456, 1e21]', [9007199254740992, 0.1234567890123456, 1e21]],
])('reads %s', (text, value) => {
  expect(parseExact(text, undefined).value).toEqual(value);
});

test.each(['', '{', '01234567890123456', '[1234567890123456,]', '1234567890123456 7', '--1'])(
  'refuses %j, which is no JSON',
  (text) => {
    expect(() => parseExact(text, undefined)).toThrow(SyntaxError);
  },
);

test('writes undefined, functions and what has a toJSON beside a bigint as JSON.stringify does', () => {
  const value = { date: new Date(0), none: undefined, call: () => 1, list: [undefined] };
  const text = JSON.stringify(value);
  expect(stringifyExact({ ...value, id: 1n })).toBe(text.replace(/\}$/, ',"id":1}'));
});

test('rounds like JSON.parse in an engine whose revivers do not see the source', () => {
  const { parse } = JSON;
  vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) =>
    parse(text, reviver && ((name, value: unknown) => reviver(name, value))),
  );
  expect(parseExact('[9007199254740993]', undefined).value).toEqual([2 ** 53]);
});
