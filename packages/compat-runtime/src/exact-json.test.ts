import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExact, stringifyExact } from './exact-json.ts';

test.each([
  '9007199254740991',
  '9007199254740992',
  '9007199254740993',
  '-9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
])('%s keeps its digits', (digits) => {
  const text = `{"id":${digits},"ids":[${digits}]}`;

  expect(stringifyExact(parseExact(text))).toBe(text);
});

test('every int64 keeps its digits', () => {
  const int64 = fc.oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 2n }),
  );
  fc.assert(
    fc.property(int64, (integer) => {
      expect(stringifyExact(parseExact(`[${integer}]`))).toBe(`[${integer}]`);
    }),
  );
});

test('an integer is a bigint only where a double would round it', () => {
  expect(parseExact('[9007199254740991, 9007199254740992]')).toEqual([
    9007199254740991,
    9007199254740992n,
  ]);
});

test('all other JSON comes back as JSON.parse and JSON.stringify would have it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);

      expect(JSON.parse(stringifyExact(parseExact(text)))).toEqual(JSON.parse(text));
    }),
  );
});

test('digits in a string stay a string', () => {
  expect(parseExact('"9007199254740993"')).toBe('9007199254740993');
});

test('`__proto__` is a property like any other', () => {
  const text = '{"__proto__":{"id":9007199254740993}}';

  expect(stringifyExact(parseExact(text))).toBe(text);
});

test.each(['1e400', `-${'9'.repeat(10)}e+999`, '1.5e309'])(
  '%s is refused, since a double would make it infinite',
  (text) => {
    expect(() => parseExact(text)).toThrow(SyntaxError);
  },
);

test('a digit string of any length is an integer', () => {
  const digits = '9'.repeat(400);

  expect(stringifyExact(parseExact(digits))).toBe(digits);
});
