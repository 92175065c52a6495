import { expect, test } from 'vitest';
import { findParameterIssues } from './find-parameter-issues.ts';
import type { UrlParameter } from './find-parameter-issues.ts';
import type { Validator } from './standard-schema.ts';

/** Accepts a query in which `a` has one of these values, compared as JSON. */
function validatorOf(...values: unknown[]): Validator {
  const accepted = new Set(values.map((value) => JSON.stringify(value)));
  return {
    '~standard': {
      validate: (value) => {
        const { query } = value as { query: { a?: unknown } };
        return accepted.has(JSON.stringify(query.a))
          ? {}
          : { issues: [{ message: 'wrong', path: ['query', 'a'] }] };
      },
    },
  };
}

const query = (...texts: string[]): UrlParameter[] => [{ in: 'query', name: 'a', texts }];

test.each<[texts: string[], value: unknown]>([
  [['5'], '5'],
  [['5'], 5],
  [['-1.5e3'], -1500],
  [['true'], true],
  [['5'], ['5']],
  [['5'], [5]],
  [
    ['x', 'y'],
    ['x', 'y'],
  ],
  [
    ['1', '2'],
    [1, 2],
  ],
  [
    ['true', 'false'],
    [true, false],
  ],
])('%j may stand for %j', async (texts, value) => {
  expect(await findParameterIssues(validatorOf(value), query(...texts))).toEqual([]);
});

test.each<[texts: string[], value: unknown]>([
  [['007'], 7],
  [[''], 0],
  [[' 1'], 1],
  [['0x1'], 1],
  [['Infinity'], Infinity],
  [['yes'], true],
  [['x', 'y'], 'x'],
  [['1', 'x'], [1]],
])('%j does not stand for %j', async (texts, value) => {
  expect(await findParameterIssues(validatorOf(value), query(...texts))).toEqual([
    { pointer: '/query/a', message: 'wrong' },
  ]);
});

test('what is missing, and what is no part of a URL, is told apart', async () => {
  const validator: Validator = {
    '~standard': {
      validate: () => ({
        issues: [
          { message: 'missing', path: ['query', 'b'] },
          { message: 'missing', path: ['header', 'x-a'] },
          { message: 'missing', path: ['cookie'] },
        ],
      }),
    },
  };

  expect(await findParameterIssues(validator, query('x'))).toEqual([
    { pointer: '/query/b', message: 'missing' },
  ]);
});

test('a parameter may have the name of something inherited', async () => {
  const seen: unknown[] = [];
  const validator: Validator = {
    '~standard': { validate: (value) => (seen.push(JSON.stringify(value)), {}) },
  };
  const parameters: UrlParameter[] = [
    { in: 'path', name: '__proto__', texts: ['x'] },
    { in: 'query', name: 'constructor', texts: ['y'] },
  ];

  await findParameterIssues(validator, parameters);

  expect(seen).toEqual(['{"path":{"__proto__":"x"},"query":{"constructor":"y"}}']);
});
