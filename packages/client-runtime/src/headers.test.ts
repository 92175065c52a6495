import { expect, test } from 'vitest';
import { addHeaders } from './headers.ts';

test('adds the headers of a record', () => {
  expect([...addHeaders(new Headers(), { 'X-A': '1', 'x-b': '2' })]).toEqual([
    ['x-a', '1'],
    ['x-b', '2'],
  ]);
  expect([...addHeaders(new Headers())]).toEqual([]);
});

test('refuses a header injection without repeating the value', () => {
  expect(() => addHeaders(new Headers(), { 'x-key': 'secret\r\nx-admin: 1' })).toThrow(
    new TypeError('header "x-key": not a name and value that HTTP allows'),
  );
});
