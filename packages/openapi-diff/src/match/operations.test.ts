import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { api, operation } from '../../test/boats.ts';
import { diffDocuments } from '../../test/diff-documents.ts';

function rules(old: JsonObject, current: JsonObject): string[] {
  return diffDocuments(api(old), api(current)).changes.map(
    ({ rule, subject }) => `${rule} ${subject}`,
  );
}

const id = (name: string): JsonObject => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
});

test('an operation is known by its operationId, wherever it moves', () => {
  expect(
    rules({ '/boats': { get: operation('list') } }, { '/ships': { post: operation('list') } }),
  ).toEqual(['operation-method-changed list', 'operation-path-changed list']);
});

test('an operation is known by method and path when its operationId changes', () => {
  expect(
    rules({ '/boats': { get: operation('list') } }, { '/boats': { get: operation('find') } }),
  ).toEqual(['operation-id-changed find']);
});

test.each([
  ['/v3/boats', '/v4/boats'],
  ['/boats/v3', '/boats/2026-03'],
  ['/boats/v3', '/2026-03/boats'],
  ['/v1/boats/', '/v1beta2/boats'],
])('only the version of the path changed from %s to %s', (before, after) => {
  const [old, current] = [before, after].map((path) => ({ [path]: { get: operation(undefined) } }));
  expect(rules(old as JsonObject, current as JsonObject)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^operation-version-changed /)]),
  );
});

test('a parameter of a path may be called otherwise', () => {
  expect(
    rules(
      { '/boats/{id}': { parameters: [id('id')], get: operation('getBoat') } },
      { '/boats/{boatId}': { parameters: [id('boatId')], get: operation('getBoat') } },
    ),
  ).toEqual(['request-parameter-renamed getBoat path id']);
});

test('two operations may swap their paths', () => {
  expect(
    rules(
      { '/a': { get: operation('one') }, '/b': { get: operation('two') } },
      { '/a': { get: operation('two') }, '/b': { get: operation('one') } },
    ),
  ).toEqual(['operation-path-changed one', 'operation-path-changed two']);
});

test('ids that nobody wrote say nothing', () => {
  const old = { '/a': { get: operation(undefined) }, '/b': { get: operation(undefined) } };
  const current = { ...old, '/a/b': { get: operation(undefined) } };
  expect(rules(old, current)).toEqual([expect.stringMatching(/^operation-added /)]);
});

test('an operation without a counterpart is removed or added', () => {
  expect(rules({ '/a': { get: operation('one') } }, { '/b': { get: operation('two') } })).toEqual([
    'operation-removed one',
    'operation-added two',
  ]);
});
