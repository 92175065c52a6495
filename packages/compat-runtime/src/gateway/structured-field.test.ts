import fc from 'fast-check';
import { expect, test } from 'vitest';
import { structuredItem } from './structured-field.ts';

test.each([
  ['narrow-colour', 'narrow-colour'],
  ['PublicFile.fileUsageType', 'PublicFile.fileUsageType'],
  ['', '""'],
  ['/a/b', '"/a/b"'],
  ['a "b" \\', '"a \\"b\\" \\\\"'],
  ['a\r\nset-cookie: b', '%"a%0d%0aset-cookie: b"'],
  ['ü%"', '%"%c3%bc%25%22"'],
  [7, '7'],
])('%j is written as %s', (value, want) => {
  expect(structuredItem(value)).toBe(want);
});

test('parameters follow the value', () => {
  expect(structuredItem('a', { pointer: '/b', severity: 'minor', count: 2 })).toBe(
    'a;pointer="/b";severity=minor;count=2',
  );
});

test('whatever is written is one header value, of printable ASCII, with its quotes closed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, pointer) => {
      const item = structuredItem(value, { pointer });

      expect(new Headers({ item }).get('item')).toBe(item);
      expect(item).toMatch(/^[\x20-\x7e]*$/);
      expect(item).toMatch(
        /^(?:[\w*][^\s";=,]*|%?"(?:[^"\\]|\\.)*");pointer=(?:[\w*][^\s";=,]*|%?"(?:[^"\\]|\\.)*")$/,
      );
    }),
  );
});
