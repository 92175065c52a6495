import { expect, test } from 'vitest';
import { identifyPackage, mergeKnownApis, type KnownApi } from './known-api.ts';

const APIS: readonly KnownApi[] = [
  {
    name: 'pets',
    versions: [
      { id: 'v1', operations: [] },
      { id: 'beta', operations: [] },
    ],
  },
  { name: 'pets-extra', versions: [{ id: 'v1', operations: [] }] },
];

test.each([
  ['@apipin/pets-v1', { role: 'client', api: 'pets', version: 'v1' }],
  ['@apipin/pets-v1-zod', { role: 'validators', api: 'pets', version: 'v1' }],
  ['@apipin/pets-beta', { role: 'client', api: 'pets', version: 'beta' }],
  ['@apipin/pets-compat', { role: 'compat', api: 'pets', version: undefined }],
  ['@apipin/pets-extra-v1', { role: 'client', api: 'pets-extra', version: 'v1' }],
  // Published after this command was.
  ['@apipin/pets-2099-03', { role: 'client', api: 'pets', version: '2099-03' }],
  ['@apipin/pets-v12-zod', { role: 'validators', api: 'pets', version: 'v12' }],
])('%s is %j', (name, want) => {
  expect(identifyPackage(name, APIS)).toEqual(want);
});

test.each([
  '@apipin/cli',
  '@apipin/pets',
  '@apipin/pets-tools',
  '@other/pets-v1',
  'pets-v1',
  '__proto__',
])('%s is no package of an API', (name) => {
  expect(identifyPackage(name, APIS)).toBeUndefined();
});

test('of two sources, the newer one says what a version is, and both say which there are', () => {
  const newer: KnownApi[] = [
    { name: 'pets', versions: [{ id: 'v1', status: 'unsupported', operations: [] }] },
    { name: 'toys', versions: [] },
  ];
  const merged = mergeKnownApis(APIS, newer);
  expect(merged.map(({ name }) => name)).toEqual(['pets', 'pets-extra', 'toys']);
  expect(merged[0]?.versions).toEqual([
    { id: 'v1', status: 'unsupported', operations: [] },
    { id: 'beta', operations: [] },
  ]);
});
