import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedUri } from './signed-uri.ts';

test.each([
  ['%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B', ":/?@!$'()*,;"],
  ['https://a.example/b?c=d%20e%26f%3Dg%23%25', 'https://a.example/b?c=d%20e%26f%3Dg%23%25'],
  ['%253A', '%253A'],
  ['%25%33A', '%25%33A'],
  ['%3a%2f', '%3a%2f'],
  ['%C3%A4', '%C3%A4'],
  ['%', '%'],
])('%s is signed as %s', (url, signed) => {
  expect(signedUri(url)).toBe(signed);
});

test('what is decoded is what was encoded, and nothing else changes', () => {
  const documented = ":/?@!$'()*,;";
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const decoded = signedUri(encodeURIComponent(text.toWellFormed()));
      const left = [...text.toWellFormed()].map((character) =>
        documented.includes(character) ? character : encodeURIComponent(character),
      );
      expect(decoded).toBe(left.join(''));
    }),
  );
});
