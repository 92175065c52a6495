import { expect, test } from 'vitest';
import { createSandbox } from './sandbox.ts';

const root = 'https://api.hubapi.com/conversations/custom-channels/2026-03';
const headers = { Authorization: 'Bearer secret-token' };

function startFailing() {
  const { fetch, failNext, reset } = createSandbox();
  const statusOf = async (path: string, init: RequestInit = {}) =>
    (await fetch(root + path, { ...init, headers })).status;
  return { fetch, failNext, reset, statusOf };
}

test('the next request fails, with the error shape of the API, and the one after does not', async () => {
  const { fetch, failNext } = startFailing();
  failNext({ status: 503, headers: { 'Retry-After': '2' } });
  const failed = await fetch(root, { headers });
  expect(failed.status).toBe(503);
  expect(failed.headers.get('Retry-After')).toBe('2');
  expect(failed.headers.get('Content-Type')).toBe('application/json');
  expect(await failed.json()).toEqual({
    status: 'error',
    message: expect.stringContaining('failNext'),
    correlationId: expect.any(String),
    category: 'SANDBOX_FAILURE',
  });
  expect((await fetch(root, { headers })).status).toBe(200);
});

test('a body says what the failure needs', async () => {
  const { fetch, failNext } = startFailing();
  failNext({ status: 429, body: { category: 'RATE_LIMITS', policyName: 'DAILY' } });
  const failed = await fetch(root, { headers });
  expect(await failed.json()).toMatchObject({
    status: 'error',
    category: 'RATE_LIMITS',
    policyName: 'DAILY',
  });
});

test('as many requests fail as was said, of the operation that was named, in the order given', async () => {
  const { failNext, statusOf } = startFailing();
  failNext({ status: 502, times: 2, operation: 'getChannel' });
  failNext({ status: 504 });
  const statuses = [];
  for (const path of ['/1', '', '', '/1', '/1']) statuses.push(await statusOf(path));
  expect(statuses).toEqual([502, 504, 200, 502, 404]);
});

test('a request that fails does nothing', async () => {
  const { fetch, failNext, statusOf } = startFailing();
  failNext({ status: 500 });
  const body = '{"name":"x","capabilities":{}}';
  const create = {
    method: 'POST',
    body,
    headers: { ...headers, 'Content-Type': 'application/json' },
  };
  expect((await fetch(root, create)).status).toBe(500);
  expect(await statusOf('/1')).toBe(404);
});

test('a reset forgets failures', async () => {
  const { failNext, reset, statusOf } = startFailing();
  failNext({ status: 500, times: Infinity });
  expect(await statusOf('')).toBe(500);
  reset();
  expect(await statusOf('')).toBe(200);
});

test.each([200, 302, 399, 600, 404.5, NaN])('%d is no failure', (status) => {
  expect(() => createSandbox().failNext({ status })).toThrow(RangeError);
});
