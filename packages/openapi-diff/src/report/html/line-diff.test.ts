import { expect, test } from 'vitest';
import { diffLines } from './line-diff.ts';

test('puts a changed line beside what it became', () => {
  expect(diffLines(['a', 'b', 'c'], ['a', 'B', 'c'])).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'changed', before: 'b', after: 'B' },
    { kind: 'same', text: 'c' },
  ]);
});

test('a side that has no line of its own stays empty', () => {
  expect(diffLines([], ['a'])).toEqual([{ kind: 'changed', before: undefined, after: 'a' }]);
  expect(diffLines(['a'], [])).toEqual([{ kind: 'changed', before: 'a', after: undefined }]);
});

test('a comma at the end of a line is no change', () => {
  expect(diffLines(['"a"'], ['"a",', '"b"'])).toEqual([
    { kind: 'same', text: '"a",' },
    { kind: 'changed', before: undefined, after: '"b"' },
  ]);
});

test('leaves out what is the same, but for two lines around each change', () => {
  const before = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  expect(diffLines(before, before.with(10, 'new'))).toEqual([
    { kind: 'gap', lines: 8 },
    { kind: 'same', text: 'line 8' },
    { kind: 'same', text: 'line 9' },
    { kind: 'changed', before: 'line 10', after: 'new' },
    { kind: 'same', text: 'line 11' },
    { kind: 'same', text: 'line 12' },
    { kind: 'gap', lines: 7 },
  ]);
});

test('a single line is shown rather than left out', () => {
  const rows = diffLines(
    ['{', 'a', 'b', 'old', 'c', 'd', '}'],
    ['{', 'a', 'b', 'new', 'c', 'd', '}'],
  );
  expect(rows.map(({ kind }) => kind)).not.toContain('gap');
});
