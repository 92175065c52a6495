import { expect, test } from 'vitest';
import { cancelledChangesets } from './cancelled-changesets.ts';
import { rememberMeaning, type Lock } from './lock.ts';
import { LockError } from './lock-error.ts';
import { parseLock, parsePending } from './parse-lock.ts';
import { renderLock, renderPending } from './render-lock.ts';

const lock: Lock = {
  source: 'https://api.example/openapi.json',
  etag: 'W/"a: #b"',
  modified: '2026-03-30T09:00:00Z',
  bytes: '0123',
  corrections: undefined,
  meaning: 'aaaa',
  document: 'dddd',
  earlier: [
    { meaning: 'bbbb', modified: '2026-03-01T00:00:00Z', changeset: 'sync-pets-v1-bbbb.md' },
    { meaning: 'cccc', modified: undefined, changeset: undefined },
  ],
  names: {
    operations: { 'GET /__proto__': { operationId: 'on: yes' } },
    tags: {},
    components: {},
  },
};

test('a lock comes back as it was written', () => {
  expect(parseLock(renderLock(lock), 'pets.lock.yaml')).toEqual(lock);
});

test('an earlier state takes one line', () => {
  expect(renderLock(lock)).toMatch(/^ {2}- \{ meaning: bbbb, .*\}$/m);
});

test('a pending state comes back as it was written', () => {
  const pending = { meaning: 'aaaa', breaking: ['a:b', 'c'], since: '2026-03-30T09:00:00.000Z' };
  expect(parsePending(renderPending(pending), 'p')).toEqual(pending);
});

test.each([
  ['<<<<<<< HEAD\nsource: a\n=======\n', 'is no YAML'],
  ['- a', 'expected a YAML mapping'],
  ['names: { operations: {}, tags: {}, components: {} }\nsource: 1', '"source" to be a string'],
  ['names: { operations: {}, tags: {}, components: {} }\nearlier: a', '"earlier" to be a list'],
  [
    'names: { operations: {}, tags: {}, components: {} }\nearlier: [a]\nsource: s\nbytes: b\nmeaning: m\ndocument: d',
    'list objects',
  ],
  ['source: a', 'expected "names"'],
  [
    'names: { operations: {}, tags: {}, components: {} }\nsource: a\nbytes: b',
    'expected "meaning"',
  ],
  ['toString: a\nnames: { operations: {}, tags: {}, components: {} }', 'expected "source"'],
  ['a: &a [1]\nb: *a', 'is no YAML'],
])('%j is refused with the name of the file', (text, message) => {
  expect(() => parseLock(text, 'pets.lock.yaml')).toThrow(LockError);
  expect(() => parseLock(text, 'pets.lock.yaml')).toThrow(message);
});

test('the state that is left comes first, and the one that is taken is earlier no more', () => {
  expect(rememberMeaning(lock, 'cccc', 'sync-aaaa.md')).toEqual([
    { meaning: 'aaaa', modified: lock.modified, changeset: 'sync-aaaa.md' },
    lock.earlier[0],
  ]);
});

test('remembers a hundred states', () => {
  const earlier = Array.from({ length: 150 }, (_, index) => ({ meaning: `${index}` }));
  expect(rememberMeaning({ ...lock, earlier }, 'new', undefined)).toHaveLength(100);
});

test.each([
  ['bbbb', ['sync-bbbb.md'], ['sync-bbbb.md']],
  ['cccc', ['sync-bbbb.md', 'sync-cccc.md'], ['sync-bbbb.md', 'sync-cccc.md']],
  // One of them is released: its users have seen the change.
  ['cccc', ['sync-bbbb.md'], undefined],
  ['cccc', ['sync-cccc.md'], undefined],
  ['dddd', ['sync-bbbb.md', 'sync-cccc.md'], undefined],
])('back at %s with %j pending, %j are of no use', (meaning, pending, cancelled) => {
  const earlier = [
    { meaning: 'bbbb', changeset: 'sync-bbbb.md' },
    { meaning: 'cccc', changeset: 'sync-cccc.md' },
  ];
  const isPending = (changeset: string): boolean => pending.includes(changeset);
  expect(cancelledChangesets({ ...lock, earlier }, meaning, isPending)).toEqual(cancelled);
});
