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
};
const routes = compileRoutes(plan, 'old');

function translated(pathname: string, method = 'GET') {
  const match = matchRoute(routes, pathname, method);
  return match && [match.operationId, match.prefix, pathOf(match, 'current')];
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
