import { expect, test } from 'vitest';
import type { OperationSpec } from '../operation-spec.ts';
import { groupArguments } from './group-arguments.ts';

const spec = {
  method: 'GET',
  path: '/{id}/{id2}/',
  pathParameters: { id2: { name: 'id2', key: 'second' } },
  query: ['limit', { name: 'id', key: 'idInQuery' }],
} as const;

type Values = Readonly<Record<string, unknown>>;

const groupValues = (operation: OperationSpec, input: Values, defaults?: Values) =>
  groupArguments(operation, { input, defaults });

test('takes path parameters from the template and their details from the list', () => {
  expect(groupValues(spec, { id: 1, second: 2 })).toMatchObject({ path: { id: 1, id2: 2 } });
});

test('finds a value under its key, else among the defaults under its wire name', () => {
  const values = groupValues(
    spec,
    { id: 1, idInQuery: 2, limit: undefined },
    { limit: 9, id2: 'x', unused: true },
  );
  expect(values).toEqual({ path: { id: 1, id2: 'x' }, query: { limit: 9, id: 2 } });
});

test('names a location without values, and not one without parameters', () => {
  expect(groupValues({ method: 'GET', path: '/', query: ['a'] }, {})).toEqual({ query: {} });
});

test('does not mistake what every object inherits for a value', () => {
  const hostile = { method: 'GET', path: '/', query: ['__proto__', 'constructor', 'toString'] };
  expect(groupValues(hostile, {}, {})).toEqual({ query: {} });
  const input = JSON.parse('{ "__proto__": "p", "constructor": "c" }') as Record<string, unknown>;
  const { query = {} } = groupValues(hostile, input, {});
  expect(Object.entries(query)).toEqual([
    ['__proto__', 'p'],
    ['constructor', 'c'],
  ]);
});
