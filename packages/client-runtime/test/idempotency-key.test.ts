import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idempotentBy } from '../src/index.ts';
import { rejectionOf } from './example-api.ts';
import { answer, createOne, disconnect, fetchInTurn } from './one-operation.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An operation with a key, and the bodies that it sends. */
function createMarked(...outcomes: Parameters<typeof fetchInTurn>) {
  const bodies: { key?: unknown }[] = [];
  const { fetch } = fetchInTurn(...outcomes);
  const call = createOne(
    {
      fetch: (url, init) => {
        bodies.push(JSON.parse(init.body as string) as { key?: unknown });
        return fetch(url, init);
      },
    },
    { method: 'POST', body: 'application/json', idempotency: idempotentBy('key') },
  );
  return { call, bodies };
}

test('every attempt of a call has the same key, and every call another', async () => {
  const { call, bodies } = createMarked(answer(503), () => disconnect(), answer(500), answer(200));
  const first = call({ body: { text: 'hi' } });
  await vi.runAllTimersAsync();
  await first;
  await call({ body: { text: 'hi' } });
  expect(bodies).toHaveLength(5);
  expect(new Set(bodies.slice(0, 4).map(({ key }) => key)).size).toBe(1);
  expect(bodies[4]?.key).not.toBe(bodies[0]?.key);
});

test("the caller's own key is kept", async () => {
  const { call, bodies } = createMarked(answer(503), answer(200));
  const result = call({ body: { key: 'mine' } });
  await vi.runAllTimersAsync();
  await result;
  expect(bodies).toEqual([{ key: 'mine' }, { key: 'mine' }]);
});

test('an error has the key, for those who call again', async () => {
  const { call, bodies } = createMarked(answer(400));
  const error = await rejectionOf(call({ body: {} }));
  expect(error).toMatchObject({ kind: 'bad-request', idempotencyKey: bodies[0]?.key });
});

test('without a key that a server can know, a call is made once', async () => {
  const { call, bodies } = createMarked(answer(503));
  const error = rejectionOf(call({ body: { key: '' } }));
  await vi.runAllTimersAsync();
  expect(await error).toMatchObject({ attempts: 1 });
  expect(bodies).toEqual([{ key: '' }]);
});
