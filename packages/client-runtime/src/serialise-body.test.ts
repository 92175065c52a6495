import { expect, test } from 'vitest';
import { contentTypeOf, serialiseBody } from './serialise-body.ts';

test.each(['application/json', 'application/merge-patch+json', 'Application/JSON; charset=utf-8'])(
  'writes %s as JSON, also a null',
  (mediaType) => {
    expect(serialiseBody(mediaType, { a: [1] })).toBe('{"a":[1]}');
    expect(serialiseBody(mediaType, null)).toBe('null');
  },
);

test('writes text as it is', () => {
  expect(serialiseBody('text/plain', 'a "b"')).toBe('a "b"');
});

test('writes a form with repeated fields for arrays and JSON for objects', () => {
  const form = serialiseBody('application/x-www-form-urlencoded', {
    grant_type: 'a&b',
    scope: ['x', 'y'],
    meta: { n: 1 },
    absent: undefined,
  });
  expect(String(form)).toBe('grant_type=a%26b&scope=x&scope=y&meta=%7B%22n%22%3A1%7D');
});

test('writes multipart fields and files', async () => {
  const file = new File(['hello'], 'hello.txt', { type: 'text/plain' });
  const form = serialiseBody('multipart/form-data', { file, count: 2 }) as FormData;
  expect(form.get('count')).toBe('2');
  expect(form.get('file')).toEqual(file);
});

test('keeps a form that is one already, and bodies of other media types', () => {
  for (const [mediaType, body] of [
    ['multipart/form-data', new FormData()],
    ['application/x-www-form-urlencoded', new URLSearchParams()],
    ['image/png', new Blob()],
  ] as const) {
    expect(serialiseBody(mediaType, body)).toBe(body);
  }
});

test('refuses a circle', () => {
  const body: Record<string, unknown> = {};
  body['body'] = body;
  expect(() => serialiseBody('application/json', body)).toThrow(TypeError);
});

test('leaves the boundary of multipart to fetch and a wildcard to the body', () => {
  expect(contentTypeOf('multipart/form-data', {})).toBeUndefined();
  expect(contentTypeOf('image/*', new Blob([], { type: 'image/gif' }))).toBe('image/gif');
  expect(contentTypeOf('*/*', new Uint8Array())).toBe('application/octet-stream');
  expect(contentTypeOf('text/csv', '')).toBe('text/csv');
});
