import { expect, test } from 'vitest';
import { lockNames } from './hold-names.ts';
import { isNameLock } from './is-name-lock.ts';

const lock = lockNames({
  paths: { '/pets': { get: { operationId: 'listPets', tags: ['Pets'] } } },
  components: { schemas: { Pet: {} } },
});

test('a lock that was written is one', () => {
  expect(isNameLock(JSON.parse(JSON.stringify(lock)))).toBe(true);
});

test.each([
  ['nothing', null],
  ['a lock without tags', { ...lock, tags: undefined }],
  ['a list of operations', { ...lock, operations: [] }],
  ['an operationId that is a number', { ...lock, operations: { 'GET /': { operationId: 1 } } }],
  ['a tag without operations', { ...lock, tags: { Pets: {} } }],
  ['a component without a digest', { ...lock, components: { schemas: { Pet: { uses: [] } } } }],
])('%s is none', (_, value) => {
  expect(isNameLock(value)).toBe(false);
});
