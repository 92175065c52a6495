import { expect, test } from 'vitest';
import { formatJson } from './format-json.ts';

test.each([
  [{}, '{}'],
  [{ a: [] }, '{\n  "a": []\n}'],
  [{ a: ['//'], b: 1 }, '{\n  "a": ["//"],\n  "b": 1\n}'],
  [{ a: [['b', 'c']] }, '{\n  "a": [["b", "c"]]\n}'],
  [{ a: [['b'], ['c']] }, '{\n  "a": [\n    ["b"],\n    ["c"]\n  ]\n}'],
  [{ a: [{ b: 1 }] }, '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}'],
])('%j is written as Prettier does', (value, text) => {
  expect(formatJson(value)).toBe(text);
});

test('a list stays in one line of up to 100 characters, a comma included', () => {
  const list = ['a'.repeat(40), 'b'.repeat(45)];
  const longest = `  "k": ["${list[0]}", "${list[1]}"]`;
  expect(longest).toHaveLength(100);
  expect(formatJson({ k: list })).toBe(`{\n${longest}\n}`);
  expect(formatJson({ k: list, l: 1 })).toContain(`"k": [\n    "${list[0]}",\n`);
});
