import { expect, test } from 'vitest';
import { bindRules, isJsonObject, mapItems, replaceProperties } from './generated.ts';
import type { Finding } from './finding.ts';
import type { MapContext } from './mapping.ts';
import { refuseNonMembers } from './narrow-to-enum.ts';
import { compileRoutes } from './routes.ts';
import { translateLink } from './translate-link.ts';

const changes = bindRules({ 'listItems.query.colour[]': refuseNonMembers({ RED: true }) });

function upgradeQuery(value: unknown, context: MapContext): unknown {
  if (!isJsonObject(value)) return value;
  const { upgrade } = changes['listItems.query.colour[]'];
  const colour = mapItems('/colour', value['colour'], upgrade, context);
  return colour === value['colour'] ? value : replaceProperties(value, { colour });
}

function downgradeQuery(value: unknown): unknown {
  if (!isJsonObject(value) || value['colour'] === undefined) return value;
  return { ...value, colour: ['DOWN'] };
}

const plan = {
  versions: { old: 'v1', current: 'v2' },
  operations: {
    createItem: {
      old: { method: 'POST', path: '/v1/items/' },
      current: { method: 'POST', path: '/items/v2' },
    },
    listItems: {
      old: { method: 'GET', path: '/v1/items/' },
      current: { method: 'GET', path: '/items/v2' },
      request: { query: { upgrade: upgradeQuery, downgrade: downgradeQuery } },
    },
    getItem: {
      old: { method: 'GET', path: '/v1/items/{itemId}' },
      current: { method: 'GET', path: '/items/v2/{itemId}' },
    },
  },
  loneOperations: {
    old: {},
    current: { searchItems: { method: 'GET', path: '/items/v2/search' } },
  },
};
const toOld = { routes: compileRoutes(plan, 'current'), to: 'old' } as const;
const toCurrent = { routes: compileRoutes(plan, 'old'), to: 'current' } as const;
const bases = { upstream: 'https://up.example/api', caller: 'http://127.0.0.1:8080' };

test.each([
  ['of the upstream', 'https://up.example/api/items/v2/7', 'http://127.0.0.1:8080/v1/items/7'],
  [
    'with query and fragment',
    'https://up.example/api/items/v2/7?after=a%20b&x=#y',
    'http://127.0.0.1:8080/v1/items/7?after=a%20b&x=#y',
  ],
  ['of another host', 'https://other.example/items/v2/7', 'https://other.example/v1/items/7'],
  ['without a host', '/api/items/v2/7?after=1', '/v1/items/7?after=1'],
])('a link %s is mapped', (_title, link, want) => {
  expect(translateLink(link, { ...toOld, bases }, [])).toBe(want);
});

test.each([
  ['no operation', 'https://up.example/docs'],
  ['an operation of the upstream alone', 'https://up.example/api/items/v2/search'],
  ['a reference relative to the request', '?after=1'],
  ['a scheme-relative reference', '//up.example/api/items/v2/7'],
  ['no URL', 'https://['],
  ['nothing', ''],
])('%s is kept', (_title, link) => {
  expect(translateLink(link, { ...toOld, bases }, [])).toBe(link);
});

test('the query is mapped as that of the operation that a link is followed with', () => {
  const link = 'https://up.example/api/items/v2?colour=RED&after=1';

  expect(translateLink(link, { ...toOld, bases }, [])).toBe(
    'http://127.0.0.1:8080/v1/items/?colour=DOWN&after=1',
  );
});

test('what is refused in the query of a link is told of the whole link', () => {
  const findings: Finding[] = [];

  translateLink('/api/v1/items/?colour=RED&colour=PINK', { ...toCurrent, bases }, findings);

  expect(findings).toMatchObject([
    { pointer: '', change: 'listItems.query.colour[]', was: 'PINK' },
  ]);
});
