import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prependToken, tokensOf } from './json-pointer.ts';

test('tokens are escaped as RFC 6901 has it', () => {
  expect(prependToken('a/b', prependToken('m~n', prependToken(0, '')))).toBe('/a~1b/m~0n/0');
});

test('the pointer to the whole document has no tokens', () => {
  expect(tokensOf('')).toEqual([]);
});

test('a pointer gives back the tokens it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (tokens) => {
      const pointer = tokens.reduceRight((rest, token) => prependToken(token, rest), '');

      expect(tokensOf(pointer)).toEqual(tokens);
    }),
  );
});
