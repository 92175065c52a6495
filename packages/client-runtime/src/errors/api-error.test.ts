import { expect, test } from 'vitest';
import { ApiError, isApiError } from './api-error.ts';
import { ConnectionError } from './connection-error.ts';
import { isClientError } from './any-client-error.ts';

const call = { operation: 'getThing', method: 'GET', path: '/{id}', attempts: 1, startedAt: 0 };
const failure = (body: unknown, init: ResponseInit = { status: 404 }) => {
  const response = new Response(null, init);
  return new ApiError({ ...call, head: () => response }, response, body);
};

test('says what failed, how and where to ask', () => {
  const error = failure({ category: 'OBJECT_NOT_FOUND', message: 'no thing', correlationId: 'c1' });
  expect(error).toMatchObject({
    operation: 'getThing',
    method: 'GET',
    path: '/{id}',
    attempts: 1,
    name: 'ApiError',
    message: 'getThing failed: 404 OBJECT_NOT_FOUND (correlationId c1): no thing',
    status: 404,
    category: 'OBJECT_NOT_FOUND',
    correlationId: 'c1',
  });
});

test('falls back to what the response says outside its body', () => {
  const headers = { 'x-hubspot-correlation-id': 'c2', 'x-request-id': 'r2' };
  const error = failure('<html>', { status: 502, statusText: 'Bad Gateway', headers });
  expect(error.message).toBe('getThing failed: 502 Bad Gateway (correlationId c2)');
  expect(error).toMatchObject({ category: undefined, requestId: 'r2', body: '<html>' });
});

test.each([undefined, null, 42, [], { message: 1, category: {}, correlationId: null }])(
  'needs nothing of a body such as %o',
  (body) => {
    expect(failure(body, { status: 500 }).message).toBe('getThing failed: 500');
  },
);

test('keeps the words of a server from breaking or flooding a log', () => {
  const { message } = failure({ message: `a\r\nERROR \u001b[31m${'x'.repeat(10_000)}` });
  expect(message).toMatch(/^getThing failed: 404: a ERROR {2}\[31mx+$/);
  expect(message.length).toBeLessThanOrEqual(400);
});

test('isApiError tells the kind and the operation', () => {
  expect(isApiError(failure({}))).toBe(true);
  expect(isApiError(failure({}), 'getThing')).toBe(true);
  expect(isApiError(failure({}), 'getOther')).toBe(false);
  expect(isApiError(new ConnectionError(call, new Error('reset')))).toBe(false);
  for (const stranger of [null, 'api', { kind: 'api' }, new Error('kind: api')]) {
    expect(isApiError(stranger)).toBe(false);
    expect(isClientError(stranger)).toBe(false);
  }
});

test('the guards know the errors of another copy of this package', async () => {
  const url = new URL('./api-error.ts?copy', import.meta.url);
  const copy = (await import(/* @vite-ignore */ url.href)) as typeof import('./api-error.ts');
  const foreign = new copy.ApiError(call, new Response(null, { status: 400 }), undefined);
  expect(copy.ApiError).not.toBe(ApiError);
  expect(foreign).toBeInstanceOf(ApiError);
  expect(foreign).not.toBeInstanceOf(ConnectionError);
  expect(isApiError(foreign, 'getThing')).toBe(true);
  expect(isClientError(foreign)).toBe(true);
});
