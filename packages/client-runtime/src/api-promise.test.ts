import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createOne } from '../test/one-operation.ts';
import { rejectionOf } from '../test/example-api.ts';

const headers = { 'x-request-id': 'r1', 'x-hubspot-correlation-id': 'c1' };
const succeed = createOne({
  fetch: async () => Response.json({ id: 1 }, { status: 201, headers }),
});
const fail = createOne({ fetch: async () => new Response('{}', { status: 404 }) });

/** Gives what has gone unhandled since, once that is known. */
function watchUnhandled(): () => Promise<unknown[]> {
  const reasons: unknown[] = [];
  const listen = (reason: unknown) => reasons.push(reason);
  process.on('unhandledRejection', listen);
  onTestFinished(() => void process.off('unhandledRejection', listen));
  return async () => {
    await setImmediate();
    return reasons;
  };
}

test('gives the body, or the body with what came with it', async () => {
  const promise = succeed();
  expect(promise).toBeInstanceOf(Promise);
  expect(await promise).toEqual({ id: 1 });
  const { data, response } = await promise.withResponse();
  expect(data).toBe(await promise);
  expect(response).toEqual({
    status: 201,
    headers: expect.any(Headers),
    requestId: 'r1',
    correlationId: 'c1',
    attempts: 1,
    duration: expect.any(Number),
  });
  expect(Number.isInteger(response.duration)).toBe(true);
  expect(response.headers.get('x-request-id')).toBe('r1');
});

test('knows of no ids where there are none', async () => {
  const call = createOne({ fetch: async () => new Response(null, { status: 204 }) });
  expect(await call().withResponse()).toMatchObject({
    data: undefined,
    response: { status: 204, requestId: undefined, correlationId: undefined },
  });
});

test('makes one request, however often it is asked', async () => {
  let requests = 0;
  const call = createOne({ fetch: async () => Response.json((requests += 1)) });
  const promise = call();
  expect(await Promise.all([promise, promise, promise.withResponse()])).toMatchObject([
    1,
    1,
    { data: 1 },
  ]);
  await promise.withResponse();
  expect(requests).toBe(1);
});

test.each([
  ['the promise', async () => rejectionOf(fail())],
  ['withResponse', async () => rejectionOf(fail().withResponse())],
  [
    'both',
    async () => {
      const promise = fail();
      const rejection = rejectionOf(promise.withResponse());
      expect(await rejectionOf(promise)).toBe(await rejection);
      return rejection;
    },
  ],
  [
    'one after the other',
    async () => {
      const promise = fail();
      await rejectionOf(promise);
      return rejectionOf(promise.withResponse());
    },
  ],
])('leaves no rejection unhandled to who uses %s', async (_, use) => {
  const unhandled = watchUnhandled();
  expect(await use()).toMatchObject({ kind: 'not-found' });
  expect(await unhandled()).toEqual([]);
});

test('leaves the rejection of a call that nobody waits for to the process', async () => {
  const unhandled = watchUnhandled();
  const listeners = process.listeners('unhandledRejection').slice(0, -1);
  for (const listener of listeners) process.off('unhandledRejection', listener);
  onTestFinished(() => {
    for (const listener of listeners) process.on('unhandledRejection', listener);
  });
  void fail();
  expect(await unhandled()).toMatchObject([{ kind: 'not-found' }]);
});
