import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParameterLocation } from './parameter.ts';
import { styled, type ParameterForm } from './styled.ts';

const serialise = (location: ParameterLocation, value: unknown, form: ParameterForm = {}) =>
  styled(location, form)('color', value);

const array = ['blue', 'black'];
const object = { R: 100, G: 200 };

// https://spec.openapis.org/oas/v3.1.1.html#style-examples
test.each<[ParameterLocation, ParameterForm, unknown, string]>([
  ['path', { style: 'matrix' }, 'blue', ';color=blue'],
  ['path', { style: 'matrix' }, array, ';color=blue,black'],
  ['path', { style: 'matrix' }, object, ';color=R,100,G,200'],
  ['path', { style: 'matrix', explode: true }, array, ';color=blue;color=black'],
  ['path', { style: 'matrix', explode: true }, object, ';R=100;G=200'],
  ['path', { style: 'label' }, 'blue', '.blue'],
  ['path', { style: 'label' }, array, '.blue,black'],
  ['path', { style: 'label' }, object, '.R,100,G,200'],
  ['path', { style: 'label', explode: true }, array, '.blue.black'],
  ['path', { style: 'label', explode: true }, object, '.R=100.G=200'],
  ['path', {}, 'blue', 'blue'],
  ['path', {}, array, 'blue,black'],
  ['path', {}, object, 'R,100,G,200'],
  ['path', { explode: true }, object, 'R=100,G=200'],
  ['header', {}, array, 'blue,black'],
  ['header', { explode: true }, object, 'R=100,G=200'],
  ['query', {}, 'blue', 'color=blue'],
  ['query', {}, array, 'color=blue&color=black'],
  ['query', {}, object, 'R=100&G=200'],
  ['query', { explode: false }, array, 'color=blue,black'],
  ['query', { explode: false }, object, 'color=R,100,G,200'],
  ['query', { style: 'spaceDelimited' }, array, 'color=blue%20black'],
  ['query', { style: 'spaceDelimited' }, object, 'color=R%20100%20G%20200'],
  ['query', { style: 'pipeDelimited' }, array, 'color=blue%7Cblack'],
  ['query', { style: 'deepObject' }, object, 'color%5BR%5D=100&color%5BG%5D=200'],
  ['query', { mediaType: 'application/json' }, object, 'color=%7B%22R%22%3A100%2C%22G%22%3A200%7D'],
  ['header', { mediaType: 'application/json' }, object, '{"R":100,"G":200}'],
  ['cookie', {}, 'blue', 'color=blue'],
])('writes a %s parameter with %o', (location, details, value, want) => {
  expect(serialise(location, value, details)).toBe(want);
});

test('writes numbers, booleans and bigints as they read', () => {
  expect(serialise('query', [0, -1.5, true, 9007199254740993n], { explode: false })).toBe(
    'color=0,-1.5,true,9007199254740993',
  );
});

test('leaves out undefined items and writes nothing for an empty value', () => {
  expect(serialise('query', ['a', undefined])).toBe('color=a');
  expect(serialise('query', { a: undefined })).toBe('');
  expect(serialise('query', [])).toBe('');
});

test.each([null, NaN, Infinity, [null], [[1]], { a: {} }, Symbol('s'), () => 1, '\ud800'])(
  'refuses %o, which has no form on the wire',
  (value) => {
    expect(() => serialise('query', value)).toThrow();
  },
);

test('allowReserved keeps what cannot end the value', () => {
  expect(serialise('query', '/a?b[c]@d,$&e=f+g#h %', { allowReserved: true })).toBe(
    'color=/a?b[c]@d,$%26e%3Df%2Bg%23h%20%25',
  );
  expect(serialise('path', 'a/b', { allowReserved: true })).toBe('a%2Fb');
});

test('a query is read back as it was written, whatever names and values it has', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1 }), (name, values) => {
      const query = styled('query', {})(name, values);
      expect([...new URLSearchParams(query)]).toEqual(values.map((value) => [name, value]));
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(text, text, { minKeys: 1 }), (value) => {
      const query = styled('query', {})('filter', value);
      expect([...new URLSearchParams(query)]).toEqual(Object.entries(value));
    }),
  );
});
