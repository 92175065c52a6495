import { expect, test } from 'vitest';
import { CompatConfigurationError } from './errors/compat-configuration-error.ts';
import type { CompatPlan } from './plan.ts';
import { compileRoutes, matchRoute, pathOf } from './routes.ts';

const operation = (method: string, old: string, current: string) => ({
  old: { method, path: old },
  current: { method, path: current },
});

const plan: CompatPlan = {
  versions: { old: 'v1', current: 'v2' },
  operations: {
    listItems: operation('GET', '/v1/items/', '/items/v2'),
    getItem: operation('GET', '/v1/items/{itemId}', '/items/v2/{itemId}'),
    getLatestItem: operation('GET', '/v1/items/latest', '/items/v2/latest'),
    deleteItem: operation('DELETE', '/v1/items/{itemId}', '/items/v2/{itemId}'),
    getPart: operation(
      'GET',
      '/v1/items/{itemId}/parts/{partId}.json',
      '/items/v2/parts/{partId}/{itemId}',
    ),
  },
  loneOperations: {
    old: { findItems: { method: 'GET', path: '/v1/items/find' } },
    current: { searchItems: { method: 'GET', path: '/items/v2/search' } },
  },
};
const routes = compileRoutes(plan, 'old');

function translated(pathname: string, method = 'GET') {
  const match = matchRoute(routes, pathname, method);
  if (match?.operation === undefined) return match?.operationId;
  const { operationId, operation, prefix, parameters } = match;
  return [operationId, prefix, pathOf({ operation, parameters }, 'current')];
}

/** The operation of an old version with these path templates, each called by its own name. */
function found(paths: readonly string[], pathname: string): string | undefined {
  const operations = Object.fromEntries(paths.map((path) => [path, operation('GET', path, path)]));
  const found = compileRoutes({ ...plan, operations }, 'old');
  return matchRoute(found, pathname, 'GET')?.operationId;
}

test.each([
  ['/v1/items/', ['listItems', '', '/items/v2']],
  ['/v1/items', ['listItems', '', '/items/v2']],
  ['/v1/items/7', ['getItem', '', '/items/v2/7']],
  ['/v1/items/7/', ['getItem', '', '/items/v2/7']],
  ['/api/v1/items/7', ['getItem', '/api', '/items/v2/7']],
  ['/v1/items/latest', ['getLatestItem', '', '/items/v2/latest']],
  ['/v1/items/7/parts/8.json', ['getPart', '', '/items/v2/parts/8/7']],
])('%s is translated', (pathname, want) => {
  expect(translated(pathname)).toEqual(want);
});

test('parameters stay percent-encoded', () => {
  expect(translated('/v1/items/a%2Fb%3Fc')?.[2]).toBe('/items/v2/a%2Fb%3Fc');
});

test('`$` in a parameter has no meaning', () => {
  expect(translated('/v1/items/$&$1')?.[2]).toBe('/items/v2/$&$1');
});

test.each([
  '/v1/items/7/8',
  '/v1/items/7//',
  '/v1item',
  '/xv1/items/7',
  '/v1/items/7/parts/8Xjson',
])('%s is no operation', (pathname) => {
  expect(translated(pathname)).toBeUndefined();
});

test.each(['/v1/items/find', '/v1/items/find/', '/api/v1/items/find', '/v1/items/f%69%6Ed'])(
  '%s is an operation of the one version alone',
  (pathname) => {
    expect(translated(pathname)).toBe('findItems');
  },
);

test('what the other version has alone is nothing special', () => {
  expect(translated('/v1/items/search')).toEqual(['getItem', '', '/items/v2/search']);
  expect(translated('/items/v2/search')).toBeUndefined();
});

test.each([
  ['/pets/mine', ['/pets/{id}', '/pets/mine']],
  ['/pets/mine', ['/pets/{id}/', '/pets/mine']],
  ['/pets/mine/', ['/pets/{id}', '/pets/mine/']],
  ['/pets/{id}/toys', ['/{owner}/{id}/toys', '/pets/{id}/toys', '/toys']],
  ['/files/{name}.{extension}', ['/files/{name}', '/files/{name}.{extension}']],
])('of the templates that a path fits, %s is the most concrete', (want, paths) => {
  const pathname = want.replaceAll(/[{}]/g, '');

  expect(found(paths, pathname)).toBe(want);
  expect(found(paths.toReversed(), pathname)).toBe(want);
});

test.each([
  ['/pets/mine', '/pets/%6d%69n%65'],
  ['/größe', '/gr%C3%B6%c3%9fe'],
  ['/pets:mine (all)', '/pets%3amine%20(all)'],
  ['/{name}.json', '/a%2ejson'],
])('%s is also what it is with characters percent-encoded: %s', (want, pathname) => {
  expect(found(['/{name}', want], pathname)).toBe(want);
});

test('an encoded slash separates nothing', () => {
  expect(found(['/pets/mine', '/{name}'], '/pets%2Fmine')).toBe('/{name}');
});

test('the method belongs to the operation', () => {
  expect(translated('/v1/items/7', 'DELETE')?.[0]).toBe('deleteItem');
  expect(translated('/v1/items/7', 'PUT')).toBeUndefined();
});

test('a plan whose versions differ in path parameters is refused', () => {
  const broken = {
    ...plan,
    operations: { getItem: operation('GET', '/v1/items/{itemId}', '/items/v2/{id}') },
  };

  expect(() => compileRoutes(broken, 'old')).toThrow(CompatConfigurationError);
});
