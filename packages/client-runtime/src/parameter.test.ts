import { expect, test } from 'vitest';
import { collectArguments, createParameter, groupArguments } from './parameter.ts';

const spec = {
  method: 'GET',
  path: '/{id}/{id2}/',
  pathParameters: [{ name: 'id2', style: 'label' }],
  query: ['limit', { name: 'id', key: 'idInQuery' }],
} as const;

test('fills in the defaults of OpenAPI by location', () => {
  expect(createParameter('query', 'a')).toMatchObject({ key: 'a', style: 'form', explode: true });
  expect(createParameter('cookie', 'a')).toMatchObject({ style: 'form', explode: true });
  expect(createParameter('path', 'a')).toMatchObject({ style: 'simple', explode: false });
  expect(createParameter('header', 'a')).toMatchObject({ style: 'simple', explode: false });
  const piped = createParameter('query', { name: 'a', style: 'pipeDelimited' });
  expect(piped.explode).toBe(false);
});

test('takes path parameters from the template and their details from the list', () => {
  const styles = collectArguments(spec, {}, {}).map(({ parameter }) => [
    parameter.in,
    parameter.name,
    parameter.style,
  ]);
  expect(styles).toEqual([
    ['path', 'id', 'simple'],
    ['path', 'id2', 'label'],
    ['query', 'limit', 'form'],
    ['query', 'id', 'form'],
  ]);
});

test('finds a value under its key, else among the defaults under its wire name', () => {
  const args = collectArguments(
    spec,
    { id: 1, idInQuery: 2, limit: undefined },
    { limit: 9, id2: 'x', unused: true },
  );
  expect(groupArguments(args)).toEqual({ path: { id: 1, id2: 'x' }, query: { limit: 9, id: 2 } });
});

test('names a location without values, and not one without parameters', () => {
  const args = collectArguments({ method: 'GET', path: '/', query: ['a'] }, {}, undefined);
  expect(groupArguments(args)).toEqual({ query: {} });
});

test('does not mistake what every object inherits for a value', () => {
  const hostile = { method: 'GET', path: '/', query: ['__proto__', 'constructor', 'toString'] };
  expect(groupArguments(collectArguments(hostile, {}, {}))).toEqual({ query: {} });
  const input = JSON.parse('{ "__proto__": "p", "constructor": "c" }') as Record<string, unknown>;
  const { query = {} } = groupArguments(collectArguments(hostile, input, {}));
  expect(Object.entries(query)).toEqual([
    ['__proto__', 'p'],
    ['constructor', 'c'],
  ]);
});
