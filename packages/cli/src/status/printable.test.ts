import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableJson } from './printable.ts';

// oxlint-disable-next-line no-control-regex -- what must not be there
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

const TEXT = fc.string({ unit: 'binary' });

test('nothing that a terminal obeys is printed', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(printable(text)).not.toMatch(UNSAFE);
      expect(printableJson({ text }).replaceAll('\n', '')).not.toMatch(UNSAFE);
    }),
  );
  expect(printable('a\u001b[31mb\u009b2J\u202ec\nd')).toBe('a�[31mb�2J�c�d');
});

test('JSON means what it meant', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(JSON.parse(printableJson({ [text]: text }))).toEqual({ [text]: text });
    }),
  );
});

test('what is absent is null', () => {
  expect(JSON.parse(printableJson({ a: undefined, b: [undefined] }))).toEqual({
    a: null,
    b: [null],
  });
});

test('long text is cut', () => {
  expect(printable('x'.repeat(1_000_000))).toHaveLength(121);
});
