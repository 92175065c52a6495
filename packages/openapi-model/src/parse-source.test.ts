import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';

import type { JsonValue } from './json.ts';
import { parseSource } from './parse-source.ts';

/** A hostile file must be refused in the time a person waits, on a slow machine too. */
const HOSTILE_MS = 30_000;

function rootOf(text: string): JsonValue {
  const { source, diagnostics } = parseSource(text, 'spec');
  expect(diagnostics).toEqual([]);
  return source?.root as JsonValue;
}

/** Line, code and pointer of everything reported. */
function problemsOf(text: string): string[] {
  return parseSource(text, 'spec').diagnostics.map(({ at, code }) => {
    return `${at.line} ${code} ${at.pointer}`;
  });
}

const jsonObject = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), {
  noNullPrototype: true,
});

test('JSON means what JSON.parse says', () => {
  fc.assert(
    fc.property(jsonObject, fc.constantFrom(undefined, 2), (object, indent) => {
      const text = JSON.stringify(object, undefined, indent);
      expect(rootOf(text)).toStrictEqual(JSON.parse(text));
    }),
  );
});

test('YAML carries any JSON value', () => {
  fc.assert(
    fc.property(jsonObject, (object) => {
      const value = JSON.parse(JSON.stringify(object)) as object;
      // Without quotation marks, `<<` would be a merge key.
      const text = stringify(
        { value },
        { aliasDuplicateObjects: false, defaultKeyType: 'QUOTE_DOUBLE' },
      );
      expect(rootOf(text)).toStrictEqual({ value });
    }),
  );
});

test.each([
  [
    'names are taken as written',
    '200: a\ntrue: b\n1.0: c\n',
    { '200': 'a', true: 'b', '1.0': 'c' },
  ],
  ['dates stay strings', 'at: 2026-03-01\n', { at: '2026-03-01' }],
  ['YAML 1.1 words stay strings', 'a: yes\nb: off\n', { a: 'yes', b: 'off' }],
  ['a version directive changes nothing', '%YAML 1.1\n---\na: yes\n', { a: 'yes' }],
  ['aliases repeat a value', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
  ['an anchor can be set again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n', { a: 1, b: 1, c: 2, d: 2 }],
  ['a name without a value has null', 'a:\n', { a: null }],
  ['a flow mapping without quotes is YAML', '{ a: 1 }', { a: 1 }],
  ['white space before JSON is allowed', '\n {"a": 1}\n', { a: 1 }],
  [
    'escaped quotation marks end nothing',
    String.raw`{"a\\": "\"", "b": ":"}`,
    { 'a\\': '"', b: ':' },
  ],
  ['a lone surrogate is kept', String.raw`{"a": "\ud800"}`, { a: '\ud800' }],
])('%s', (_, text, want) => {
  expect(rootOf(text)).toStrictEqual(want);
});

test.each(['{"__proto__": {"x": 1}}', '__proto__:\n  x: 1\n'])(
  '%j has an own member and pollutes nothing',
  (text) => {
    const root = rootOf(text) as object;
    expect(Object.keys(root)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(root)).toBe(Object.prototype);
    expect(({} as { x?: number }).x).toBeUndefined();
  },
);

test.each([
  ['a name twice in JSON', '{\n"a": 1,\n"b": {"c": 1,\n"c": 2}}', ['4 duplicate-key /b/c']],
  ['an escaped name twice in JSON', String.raw`{"a": 1, "\u0061": 2}`, ['1 duplicate-key /a']],
  ['a name twice in YAML', 'a: 1\nb:\n  c: 1\n  c: 2\n', ['4 duplicate-key /b/c']],
  ['one name as number and string', '200: a\n"200": b\n', ['2 duplicate-key /200']],
  ['infinity in YAML', 'a:\n  - .inf\n  - .nan\n', ['2 not-json /a/0', '3 not-json /a/1']],
  ['a number out of range in JSON', '{"a":\n [\n1e999]}', ['3 not-json /a/0']],
  ['a list as a name', '? [a]\n: 1\n', ['1 not-json ']],
  ['a merge key', 'a: &a {b: 1}\nc:\n  <<: *a\n', ['3 yaml-merge-key /c']],
  ['an alias without an anchor', 'a: *x\n', ['1 yaml-alias /a']],
  ['an alias in its own anchor', 'a: &x\n  b: [*x]\n', ['2 yaml-alias /a/b/0']],
  ['a tab as indentation', 'a:\n\tb: 1\n', ['2 invalid-yaml ']],
  ['several documents', 'a: 1\n---\nb: 1\n', ['2 invalid-yaml ']],
  ['an unknown tag', 'a: !money 3\n', ['1 yaml-warning ']],
  ['nothing', '', ['1 empty-source ']],
  ['only comments', '# a\n', ['1 empty-source ']],
  ['a list', '- a\n', ['1 root-not-object ']],
  ['a string', 'hello', ['1 root-not-object ']],
])('%s is reported', (_, text, want) => {
  expect(problemsOf(text)).toEqual(want);
});

test('broken JSON is reported where it breaks', () => {
  const problems = problemsOf('{\n  "a": 1,\n  "b": [1, 2\n}\n');
  expect(problems).toContain('4 invalid-yaml ');
});

test.each([
  ['JSON objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ['JSON arrays', `{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`],
  ['unfinished JSON', '{"a":'.repeat(1_000_000)],
  ['YAML sequences', `a:\n  ${'- '.repeat(10_000)}1`],
  ['YAML flow sequences', `a: ${'['.repeat(1_000_000)}`],
  ['YAML explicit keys', '? '.repeat(1_000_000)],
  [
    'YAML mappings',
    Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  ],
])('deep %s are refused', { timeout: HOSTILE_MS }, (_, text) => {
  expect(problemsOf(text)).toEqual([expect.stringMatching(/^\d+ too-deep $/)]);
});

test('500 levels are deep enough for anybody, and are read', () => {
  expect(problemsOf('{"a":'.repeat(500) + '1' + '}'.repeat(500))).toEqual([]);
  expect(problemsOf('{a: '.repeat(500) + '1' + '}'.repeat(500))).toEqual([]);
  expect(problemsOf('{"a":'.repeat(501) + '1' + '}'.repeat(501))).toEqual(['1 too-deep ']);
  expect(problemsOf('{a: '.repeat(501) + '1' + '}'.repeat(501))).toEqual(['1 too-deep ']);
});

test('aliases cannot stand for more than they should', { timeout: HOSTILE_MS }, () => {
  const laughs = ['a0: &a0 [lol]'];
  for (let level = 1; level < 60; level++) {
    laughs.push(`a${level}: &a${level} [${`*a${level - 1},`.repeat(10)}]`);
  }
  expect(problemsOf(laughs.join('\n'))[0]).toMatch(/ yaml-alias \/a\d+\/\d+$/);
});

test('aliases cannot make a shallow text deep', { timeout: HOSTILE_MS }, () => {
  const lines = ['a0: &a0 1'];
  for (let level = 1; level < 10; level++) {
    const value = '['.repeat(100) + `*a${level - 1}` + ']'.repeat(100);
    lines.push(`a${level}: &a${level} ${value}`);
  }
  expect(problemsOf(lines.join('\n'))[0]).toMatch(/ too-deep \/a5(\/0){100}$/);
});

test.each([
  ['distinct names', Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n')],
  ['anchors', Array.from({ length: 40_000 }, (_, index) => `k${index}: &a${index} 1`).join('\n')],
])('40000 %s take linear time', { timeout: HOSTILE_MS }, (_, text) => {
  expect(problemsOf(text)).toEqual([]);
});

test('thousands of mistakes are reported briefly', { timeout: HOSTILE_MS }, () => {
  expect(problemsOf('a: 1\n'.repeat(40_000))).toHaveLength(100);
  expect(problemsOf(`{${'"a":1,'.repeat(100_000)}"b":1}`)).toHaveLength(100);
});
