import { expect, test } from 'vitest';
import type { KnownApi, KnownOperation } from '../known-api.ts';
import { createPathMatcher } from './match-path.ts';

function operations(...paths: string[]): KnownOperation[] {
  return paths.map((path) => ({ operationId: `get ${path}`, method: 'get', path }));
}

function api(versions: Readonly<Record<string, readonly string[]>>): KnownApi {
  return {
    name: 'pets',
    versions: Object.entries(versions).map(([id, paths]) => ({
      id,
      operations: operations(...paths),
    })),
  };
}

function find(known: KnownApi, text: string): string[] {
  return createPathMatcher([known])
    .find(text)
    .map(({ index, version, path, operations: found }) =>
      [index, version, path, ...found.map(({ operationId }) => operationId)].join(' '),
    );
}

const PETS = api({
  v1: [
    '/store/v1/pets/',
    '/store/v1/pets/{id}',
    '/store/v1/pets/search',
    '/store/v1/pets/{id}/toys',
  ],
  v2: ['/store/v2/pets/{id}'],
});

test.each([
  ['/store/v1/pets', '0 v1 /store/v1/pets get /store/v1/pets/'],
  ['/store/v1/pets/', '0 v1 /store/v1/pets/ get /store/v1/pets/'],
  ['store/v1/pets/7', '0 v1 /store/v1/pets/7 get /store/v1/pets/{id}'],
  ['https://example.com/store/v2/pets/7?x=1', '19 v2 /store/v2/pets/7 get /store/v2/pets/{id}'],
  ['/store/v1/pets/search#top', '0 v1 /store/v1/pets/search get /store/v1/pets/search'],
  [
    '"/store/v1/pets/{pet_id}/toys"',
    '1 v1 /store/v1/pets/{pet_id}/toys get /store/v1/pets/{id}/toys',
  ],
  [
    "'/store/v1/pets/#{id.to_s}/toys'",
    '1 v1 /store/v1/pets/#{id.to_s}/toys get /store/v1/pets/{id}/toys',
  ],
  [
    '/store/v1/pets/{quote(id, safe="")}/toys',
    '0 v1 /store/v1/pets/{quote(id, safe="")}/toys get /store/v1/pets/{id}/toys',
  ],
  ['/store/v1/pets/%s/toys)', '0 v1 /store/v1/pets/%s/toys get /store/v1/pets/{id}/toys'],
  ['/store/v1/pets/7/houses', '0 v1 /store/v1/pets/7/houses'],
])('%s is of a version, and of an operation where it fits one', (text, want) => {
  expect(find(PETS, text)).toEqual([want]);
});

test.each([
  '/store/v1/petshop',
  '/mystore/v1/pets',
  '/store/v1/pets-old',
  '/store/v3/pets',
  '/store/v1',
  '',
])('%j is none of them', (text) => {
  expect(find(PETS, text)).toEqual([]);
});

test('finds every path of a text', () => {
  expect(find(PETS, '/store/v1/pets/1 /store/v2/pets/2')).toHaveLength(2);
});

test('what versions have in common tells none of them', () => {
  const known = api({ v1: ['/api/pets', '/api/v1/cats'], v2: ['/api/pets', '/api/v2/cats'] });
  expect(find(known, '/api/pets')).toEqual([]);
  expect(find(known, '/api/v2/cats')).toHaveLength(1);
});

test('one segment is too little to tell an API by', () => {
  expect(
    find(api({ v1: ['/pets', '/pets/{id}', '/{tenant}/pets/v1'] }), '/pets/1 /a/pets/v1'),
  ).toEqual([]);
});

test('the longer of two beginnings decides', () => {
  const known = api({ v1: ['/api/pets/{id}'], v2: ['/api/pets/v2/{id}'] });
  expect(find(known, '/api/pets/v2/1')).toEqual(['0 v2 /api/pets/v2/1 get /api/pets/v2/{id}']);
});

test('paths with the syntax of patterns in them are taken as they are', () => {
  const known = api({ v1: ['/a.b/(c|d)*/{id}', '/[/]/{x}'] });
  expect(find(known, '/axb/c/1')).toEqual([]);
  expect(createPathMatcher([known]).needles).toContain('a.b/(c|d)*');
});

test('without APIs there is nothing to find', () => {
  expect(createPathMatcher([]).find('/store/v1/pets')).toEqual([]);
});

test('a text of nothing but braces takes no time', () => {
  expect(find(PETS, `/store/v1/pets/${'{'.repeat(1_000_000)}`)).toHaveLength(1);
});
