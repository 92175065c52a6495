import { expect, test } from 'vitest';
import { bodyAs } from './body-as.ts';

const write = (mediaType: string, body: unknown) => bodyAs(mediaType)(body).body;
const contentTypeOf = (mediaType: string, body: unknown) => bodyAs(mediaType)(body).contentType;

test('writes text as it is', () => {
  expect(write('text/plain', 'a "b"')).toBe('a "b"');
});

test('writes a form with repeated fields for arrays and JSON for objects', () => {
  const form = write('application/x-www-form-urlencoded', {
    grant_type: 'a&b',
    scope: ['x', 'y'],
    meta: { n: 1 },
    absent: undefined,
  });
  expect(String(form)).toBe('grant_type=a%26b&scope=x&scope=y&meta=%7B%22n%22%3A1%7D');
});

test('writes multipart fields and files', async () => {
  const file = new File(['hello'], 'hello.txt', { type: 'text/plain' });
  const form = write('multipart/form-data', { file, count: 2 }) as FormData;
  expect(form.get('count')).toBe('2');
  expect(form.get('file')).toEqual(file);
});

test('keeps a form that is one already, and bodies of other media types', () => {
  for (const [mediaType, body] of [
    ['multipart/form-data', new FormData()],
    ['application/x-www-form-urlencoded', new URLSearchParams()],
    ['image/png', new Blob()],
  ] as const) {
    expect(write(mediaType, body)).toBe(body);
  }
});

test('leaves the boundary of multipart to fetch and a wildcard to the body', () => {
  expect(contentTypeOf('multipart/form-data', {})).toBeUndefined();
  expect(contentTypeOf('image/*', new Blob([], { type: 'image/gif' }))).toBe('image/gif');
  expect(contentTypeOf('*/*', new Uint8Array())).toBe('application/octet-stream');
  expect(contentTypeOf('text/csv', '')).toBe('text/csv');
});
