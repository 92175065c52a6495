import { expect, test } from 'vitest';
import { createApiError } from './create-api-error.ts';
import { ApiError } from './api-error.ts';
import { ClientError } from './client-error.ts';

const headers = new Headers({ 'x-request-id': 'r1', 'x-hubspot-correlation-id': 'c1' });
const call = {
  operation: 'getThing',
  method: 'GET',
  path: '/{id}',
  attempts: 2,
  startedAt: 0,
  idempotencyKey: 'k1',
  head: () => new Response(null, { headers }),
};

test.each([
  [0, 'ApiError', 'api'],
  [302, 'ApiError', 'api'],
  [304, 'ApiError', 'api'],
  [400, 'BadRequestError', 'bad-request'],
  [401, 'AuthenticationError', 'authentication'],
  [403, 'PermissionError', 'permission'],
  [404, 'NotFoundError', 'not-found'],
  [405, 'BadRequestError', 'bad-request'],
  [408, 'ServerError', 'server'],
  [409, 'ConflictError', 'conflict'],
  [410, 'NotFoundError', 'not-found'],
  [415, 'BadRequestError', 'bad-request'],
  [422, 'BadRequestError', 'bad-request'],
  [423, 'ServerError', 'server'],
  [425, 'ServerError', 'server'],
  [429, 'RateLimitError', 'rate-limit'],
  [477, 'ServerError', 'server'],
  [499, 'BadRequestError', 'bad-request'],
  [500, 'ServerError', 'server'],
  [503, 'ServerError', 'server'],
  [524, 'ServerError', 'server'],
])('%d is a %s of kind %s', (status, name, kind) => {
  const error = createApiError(call, { status, statusText: '', headers }, undefined);
  expect(error).toMatchObject({
    name,
    kind,
    status,
    operation: 'getThing',
    method: 'GET',
    path: '/{id}',
    attempts: 2,
    idempotencyKey: 'k1',
    requestId: 'r1',
    correlationId: 'c1',
  });
  expect(error.stack).toMatch(new RegExp(`^(${name}|Error): getThing failed: ${status}`));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toBeInstanceOf(ClientError);
  expect(error).toBeInstanceOf(Error);
});
