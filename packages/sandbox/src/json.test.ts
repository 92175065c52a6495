import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson, stringifyJson } from './json.ts';

test('an integer beyond 2^53 keeps its digits', () => {
  const text = '{"id":9223372036854775807,"low":-9223372036854775808}';
  expect(parseJson(text)).toEqual({ id: 9223372036854775807n, low: -9223372036854775808n });
  expect(stringifyJson(parseJson(text) as object)).toBe(text);
});

test('every int64 survives a round trip', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (id) => {
      const text = `{"id":${id}}`;
      expect(stringifyJson(parseJson(text) as object)).toBe(text);
    }),
  );
});

test('any JSON is read and written as JSON.parse and JSON.stringify do it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(stringifyJson([parseJson(text)])).toBe(JSON.stringify([JSON.parse(text)]));
    }),
  );
});

test('integers too long to be an int64 are not worth their digits', () => {
  expect(parseJson('1'.repeat(400))).toBe(Infinity);
});

test('__proto__ is a property like any other', () => {
  const value = parseJson('{"__proto__":{"polluted":true}}') as object;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(stringifyJson(value)).toBe('{"__proto__":{"polluted":true}}');
});

test.each([101, 100_000])('%i levels of nesting are refused', (levels) => {
  expect(() => parseJson('['.repeat(levels) + ']'.repeat(levels))).toThrow(RangeError);
});

test('what is not JSON is a SyntaxError', () => {
  expect(() => parseJson('{')).toThrow(SyntaxError);
});
