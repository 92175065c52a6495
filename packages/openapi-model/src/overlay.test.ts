import { expect, test } from 'vitest';

import type { JsonObject } from './json.ts';
import { applyOverlay } from './overlay.ts';
import { parseSource, type ParsedSource } from './parse-source.ts';

const document = {
  openapi: '3.1.0',
  info: { title: 'Pets', tags: ['a'], contact: { name: 'x', email: 'x@y.z' } },
  paths: {
    '/pets': { get: { 'x-internal': true }, post: { tags: [{ name: 'a' }, { name: 'b' }] } },
    '/cats': { get: { summary: 'Cats' } },
  },
};

function overlay(actions: string): ParsedSource {
  const text = `overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions:\n${actions}`;
  const { source, diagnostics } = parseSource(text, 'overlay.yaml');
  expect(diagnostics).toEqual([]);
  return source as ParsedSource;
}

function apply(actions: string, root: JsonObject = document): JsonObject {
  const result = applyOverlay(root, overlay(actions));
  expect(result.diagnostics).toEqual([]);
  return result.root;
}

/** Line, code and pointer of everything reported. */
function problemsOf(source: ParsedSource): string[] {
  const { root, diagnostics } = applyOverlay(document, source);
  if (diagnostics.some(({ severity }) => severity === 'error')) expect(root).toBe(document);
  return diagnostics.map(({ at, code }) => `${at.line} ${code} ${at.pointer}`);
}

test('an update merges objects, appends to arrays and replaces anything else', () => {
  const { info } = apply(`
  - target: $.info
    update: { title: Cats, tags: [b], contact: { name: 'y', url: z }, x-new: 1 }`);
  expect(info).toEqual({
    title: 'Cats',
    tags: ['a', 'b'],
    contact: { name: 'y', email: 'x@y.z', url: 'z' },
    'x-new': 1,
  });
});

test('an update of an array is one more item', () => {
  const { info } = apply('  - { target: $.info.tags, update: [b] }');
  expect(info).toMatchObject({ tags: ['a', ['b']] });
});

test('an update reaches everything that the target selects', () => {
  const { paths } = apply('  - { target: $.paths.*.get, update: { deprecated: true } }');
  expect(paths).toMatchObject({
    '/pets': { get: { 'x-internal': true, deprecated: true } },
    '/cats': { get: { summary: 'Cats', deprecated: true } },
  });
});

test('the root can be updated', () => {
  expect(apply("  - { target: '$', update: { x-a: 1 } }")).toEqual({ ...document, 'x-a': 1 });
});

test('a removal takes members and items away', () => {
  const { paths } = apply(`
  - { target: "$.paths.*[?@['x-internal'] == true]", remove: true }
  - { target: "$..tags[?@.name == 'a']", remove: true }
  - { target: $.paths..summary, remove: true, update: ignored }`);
  expect(paths).toEqual({ '/pets': { post: { tags: [{ name: 'b' }] } }, '/cats': { get: {} } });
});

test('a removal of a thing and its parts is a removal of the thing', () => {
  expect(apply("  - { target: '$.paths..*', remove: true }").paths).toEqual({});
});

test('an action sees what those before it did', () => {
  const { info } = apply(`
  - { target: $.info.tags, remove: true }
  - { target: $.info, update: { tags: [z] } }
  - { target: $.info.tags, update: y }`);
  expect(info).toMatchObject({ tags: ['z', 'y'] });
});

test('a selector that names one place twice changes it once', () => {
  const { info } = apply(`  - { target: "$.info['tags', 'tags']", update: b }`);
  expect(info).toMatchObject({ tags: ['a', 'b'] });
});

test('the input stays as it is, and what is not touched is shared', () => {
  const before = structuredClone(document);
  const root = apply('  - { target: $.info, update: { x: 1 } }');
  expect(document).toEqual(before);
  expect(root['paths']).toBe(document.paths);
});

test('__proto__ is a member like any other', () => {
  const { info } = apply('  - { target: $.info, update: { __proto__: { polluted: 1 } } }');
  expect(Object.getOwnPropertyDescriptor(info, '__proto__')?.value).toEqual({ polluted: 1 });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(
    apply("  - { target: '$.__proto__', remove: true }", JSON.parse('{"__proto__":{}}')),
  ).toEqual({});
});

test.each([
  [
    'no match',
    '  - { target: $.info.nope, update: {} }',
    ['4 overlay-target-unmatched /actions/0/target'],
  ],
  [
    'inherited names',
    '  - { target: $.constructor, update: {} }',
    ['4 overlay-target-unmatched /actions/0/target'],
  ],
  ['text that is no JSONPath', '  - target: $.[\n', ['4 overlay-invalid /actions/0/target']],
  [
    'a script',
    "  - { target: '$..[?(process.exit())]', update: {} }",
    ['4 overlay-invalid /actions/0/target'],
  ],
  [
    'a value as target',
    '  - { target: $.openapi, update: 3 }',
    ['4 overlay-target-incompatible /actions/0'],
  ],
  [
    'a value for an object',
    '  - { target: $.info, update: 3 }',
    ['4 overlay-target-incompatible /actions/0'],
  ],
  ['the root removed', "  - { target: '$', remove: true }", ['4 overlay-invalid /actions/0']],
  ['an action without effect', '  - { target: $.info }', ['4 overlay-action-empty /actions/0']],
  ['an action without target', '  - { update: {} }', ['4 overlay-invalid /actions/0']],
  [
    'a mistyped field',
    '  - { target: $.info,\n      udpate: {} }',
    ['5 overlay-invalid /actions/0/udpate'],
  ],
  [
    'a field of a later version',
    '  - { target: $.info, copy: $.paths }',
    ['4 overlay-invalid /actions/0/copy'],
  ],
  [
    'a removal that is no boolean',
    "  - { target: $.info, remove: 'no' }",
    ['4 overlay-invalid /actions/0/remove'],
  ],
  [
    'an action that is no object',
    '  - remove',
    ['4 overlay-invalid /actions/0', '4 overlay-invalid /actions/0'],
  ],
])('%s is reported', (_, actions, want) => {
  expect(problemsOf(overlay(actions))).toEqual(want);
});

test.each([
  ['{ "openapi": "3.1.0" }', 5],
  ['{ "overlay": "2.0.0", "info": { "title": "T", "version": "1" }, "actions": [{}] }', 2],
  ['{ "overlay": "1.0.0", "info": { "title": "T", "version": "1" }, "actions": [] }', 1],
  ['{ "overlay": "1.0.0", "info": { "title": "T" }, "actions": [{ "target": "$" }] }', 1],
])('%s is no overlay', (text, count) => {
  const problems = problemsOf(parseSource(text, 'o').source as ParsedSource);
  expect(problems).toHaveLength(count);
  for (const problem of problems) expect(problem).toMatch(/^1 overlay-invalid /);
});

test('an update cannot make a document deeper than is read', () => {
  const deep = `${'{"a":'.repeat(400)}1${'}'.repeat(400)}`;
  const root = JSON.parse(deep) as JsonObject;
  const target = `$${'.a'.repeat(399)}`;
  const { diagnostics } = applyOverlay(root, overlay(`  - { target: ${target}, update: ${deep} }`));
  expect(diagnostics.map(({ code }) => code)).toEqual(['too-deep']);
});
