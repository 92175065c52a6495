import { expect, test } from 'vitest';
import { createHeaders } from './headers.ts';

test('makes headers of a record', () => {
  expect([...createHeaders({ 'X-A': '1', 'x-b': '2' })]).toEqual([
    ['x-a', '1'],
    ['x-b', '2'],
  ]);
  expect([...createHeaders()]).toEqual([]);
});

test('refuses a header injection without repeating the value', () => {
  expect(() => createHeaders({ 'x-key': 'secret\r\nx-admin: 1' })).toThrow(
    new TypeError('header "x-key": not a name and value that HTTP allows'),
  );
});
