import { expect, test } from 'vitest';
import { mapLink } from './map-link.ts';
import { compileRoutes } from './routes.ts';

const current = compileRoutes(
  {
    versions: { old: 'v1', current: 'v2' },
    operations: {
      getItem: {
        old: { method: 'GET', path: '/v1/items/{itemId}' },
        current: { method: 'GET', path: '/items/v2/{itemId}' },
      },
    },
  },
  'current',
);
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
  expect(mapLink(link, current, 'old', bases)).toBe(want);
});

test.each([
  ['no operation', 'https://up.example/docs'],
  ['a reference relative to the request', '?after=1'],
  ['a scheme-relative reference', '//up.example/api/items/v2/7'],
  ['no URL', 'https://['],
  ['nothing', ''],
])('%s is kept', (_title, link) => {
  expect(mapLink(link, current, 'old', bases)).toBe(link);
});
