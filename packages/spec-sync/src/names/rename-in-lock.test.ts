import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { holdNames, lockNames } from './hold-names.ts';
import { NameEditError } from './name-edit-error.ts';
import { renameInLock } from './rename-in-lock.ts';

function api({ pet = 'Pet', id = 'getPet', tag = 'Pets' } = {}): JsonObject {
  const $ref = `#/components/schemas/${pet}`;
  const content = { 'application/json': { schema: { $ref } } };
  return {
    tags: [{ name: tag }, { name: 'Pet' }],
    paths: {
      '/pet': { get: { operationId: id, tags: [tag], responses: { 200: { content } } } },
      '/pets': { get: { operationId: 'listPets', tags: ['Pet'], responses: {} } },
    },
    components: {
      schemas: {
        [pet]: { properties: { owner: { $ref: '#/components/schemas/Owner' } } },
        Owner: {},
      },
    },
  };
}

test.each([
  ['schemas/Pet', 'Animal', { pet: 'Animal' }],
  ['getPet', 'readPet', { id: 'readPet' }],
  ['operations/getPet', 'readPet', { id: 'readPet' }],
  ['Pets', 'Pets and more', { tag: 'Pets and more' }],
])('%s becomes %j in the document, and what upstream sends is held to it', (from, to, names) => {
  const upstream = api();
  const edited = renameInLock(lockNames(upstream), upstream, { from, to });
  expect(edited.root).toEqual(api(names));
  const held = holdNames(upstream, edited.lock);
  expect(held.root).toEqual(edited.root);
  expect(held.lock).toEqual(edited.lock);
});

test('a name that is set back leaves no trace', () => {
  const lock = lockNames(api());
  const there = renameInLock(lock, api(), { from: 'schemas/Pet', to: 'Animal' });
  const back = renameInLock(there.lock, there.root, { from: 'Animal', to: 'Pet' });
  expect(back).toMatchObject({ lock, root: api() });
});

test.each([
  ['Pet', 'Animal', '"Pet" may be one of several; say tags/Pet or schemas/Pet'],
  ['Cat', 'Animal', '"Cat" is not pinned; apipin names <version> lists what is'],
  ['schemas/Pet', 'Owner', 'schemas/Owner is taken; choose another name, or rename that one first'],
  [
    'getPet',
    'listPets',
    'operations/listPets is taken; choose another name, or rename that one first',
  ],
  [
    'schemas/Pet',
    'a/b',
    '"a/b" is no name for schemas; components are called by letters, digits, ".", "-" and "_"',
  ],
  [
    'schemas/Pet',
    '__proto__',
    '"__proto__" is no name for schemas; components are called by letters, digits, ".", "-" and "_"',
  ],
])('%s=%s is refused: %s', (from, to, message) => {
  expect(() => renameInLock(lockNames(api()), api(), { from, to })).toThrow(
    new NameEditError(from, message),
  );
});

test('a name that is gone upstream, or from the spec, is refused', () => {
  const { lock } = holdNames({ paths: {}, components: {} }, lockNames(api()));
  expect(() => renameInLock(lock, {}, { from: 'Owner', to: 'Person' })).toThrow(/is gone upstream/);
  expect(() => renameInLock(lockNames(api()), {}, { from: 'Owner', to: 'Person' })).toThrow(
    'the spec has no schemas/Owner; sync it, or restore it',
  );
});
