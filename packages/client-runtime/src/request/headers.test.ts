import { expect, test } from 'vitest';
import { addHeaders, createHeaders } from './headers.ts';

test('adds the headers of a record', () => {
  expect(addHeaders(createHeaders(), { 'X-A': '1', 'x-b': '2' })).toEqual({
    'x-a': '1',
    'x-b': '2',
  });
  expect(addHeaders(createHeaders())).toEqual({});
  expect(Object.keys(addHeaders(createHeaders(), JSON.parse('{"__proto__":"1"}')))).toEqual([
    '__proto__',
  ]);
});

test('refuses a header injection without repeating the value', () => {
  expect(() => addHeaders(createHeaders(), { 'x-key': 'secret\r\nx-admin: 1' })).toThrow(
    new TypeError('header "x-key": not allowed in HTTP'),
  );
});
