import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten, visibleLine, visibleText } from './visible-text.ts';

test.each([
  ['\u001b[31mred', '‹U+001B›[31mred'],
  ['user\u202e gnp.exe', 'user‹U+202E› gnp.exe'],
  ['a\u2028b', 'a‹U+2028›b'],
  ['half \ud800 pair', 'half \ufffd pair'],
  ['tab\tand\nline', 'tab\tand\nline'],
  ['مرحبا שלום 👩‍👩‍👧', 'مرحبا שלום 👩‍👩‍👧'],
])('%j becomes %j', (text, visible) => {
  expect(visibleText(text)).toBe(visible);
});

test('a line is one line, of characters that take part in no trick', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test('what is cut off is counted', () => {
  expect(shorten('abcdef', 6)).toBe('abcdef');
  expect(shorten('abcdef', 4)).toBe('abcd… (2 more characters)');
});
