import { expect, test } from 'vitest';
import { holdNames, lockNames } from './hold-names.ts';
import { listNames } from './list-names.ts';
import { renderNames } from './render-names.ts';

const before = {
  paths: { '/pets/{petId}': { get: { operationId: 'getPet', tags: ['Pets'] } } },
  components: { schemas: { Pet: { type: 'string' }, Gone: {} } },
};
const after = {
  paths: { '/pets/{id}': { get: { operationId: 'getPet_1', tags: ['Mascotas'] } } },
  components: { schemas: { Pet_1: { type: 'string' } } },
};
const { lock } = holdNames(after, lockNames(before));

test('a table says what is pinned under which name, and what upstream calls it', () => {
  expect(renderNames(listNames(lock))).toBe(`\
operations  getPet  GET /pets/{petId}, upstream: getPet_1
tags        Pets    upstream: Mascotas
schemas     Gone    gone upstream
schemas     Pet     upstream: Pet_1
`);
});

test('names are data for machines', () => {
  expect(listNames(lock)).toEqual([
    {
      kind: 'operations',
      name: 'getPet',
      upstream: 'getPet_1',
      isRetired: false,
      operation: 'GET /pets/{petId}',
    },
    { kind: 'tags', name: 'Pets', upstream: 'Mascotas', isRetired: false },
    { kind: 'schemas', name: 'Gone', upstream: 'Gone', isRetired: true },
    { kind: 'schemas', name: 'Pet', upstream: 'Pet_1', isRetired: false },
  ]);
});

test('a terminal gets no control characters', () => {
  const names = listNames(lockNames({ tags: [{ name: 'red \u001b[31m' }], paths: {} }));
  expect(renderNames(names)).toBe('tags  red \\u{1b}[31m\n');
});
