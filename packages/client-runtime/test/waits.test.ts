import { setImmediate } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { ServerError, type ApiClientOptions } from '../src/index.ts';
import { rejectionOf } from './example-api.ts';
import { answer, createOne, disconnect, fetchInTurn, never } from './one-operation.ts';

beforeEach(() => void vi.useFakeTimers({ toNotFake: ['setImmediate'] }));
afterEach(() => void vi.useRealTimers());

const validation = { request: () => {}, response: () => {} };
const endless = (status: number) => async () => new Response(new ReadableStream(), { status });

/** Every way to wait, by what a call waits for. */
const waits: Record<string, ApiClientOptions<'key'>> = {
  'the validation of the request': { validation: { ...validation, request: never } },
  'a token': { accessToken: never },
  'one of two secrets': { accessToken: never, apiKeys: { key: async () => 'key-1' } },
  'the rate budget': { rateBudget: { acquire: never, observe: () => {} } },
  'an answer': { fetch: never },
  'the body of a success': { fetch: endless(200) },
  'the body of a failure': { fetch: endless(503) },
  'the next attempt': { fetch: answer(503, { 'retry-after': '60' }) },
  'the validation of the response': { validation: { ...validation, response: never } },
};

/** What goes unhandled while a test runs. */
function collectUnhandled(): unknown[] {
  const reasons: unknown[] = [];
  const listen = (reason: unknown) => reasons.push(reason);
  process.on('unhandledRejection', listen);
  onTestFinished(() => void process.off('unhandledRejection', listen));
  return reasons;
}

test.each(Object.entries(waits))('an abort ends the wait for %s at once', async (_, options) => {
  const fetch = vi.fn(options.fetch ?? answer(200));
  const error = vi.fn();
  const unhandled = collectUnhandled();
  const controller = new AbortController();
  const call = createOne({ ...options, fetch, hooks: { error } });
  const rejection = rejectionOf(call({}, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(1000);
  const sent = fetch.mock.calls.length;
  const reason = new Error('enough');
  controller.abort(reason);
  expect(await rejection).toBe(reason);
  expect(error).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
  await setImmediate();
  expect(fetch).toHaveBeenCalledTimes(sent);
  expect(unhandled).toEqual([]);
});

test.each(Object.entries(waits))('the deadline ends the wait for %s', async (_, options) => {
  const call = createOne({ fetch: answer(200), ...options, timeout: 5000 });
  const start = Date.now();
  const rejection = rejectionOf(call());
  await vi.runAllTimersAsync();
  expect(await rejection).toMatchObject({ attempts: expect.any(Number), name: /Error$/ });
  expect(Date.now() - start).toBeLessThanOrEqual(5000);
});

test.each(['accessToken', 'rateBudget'])(
  'a failed call of another client, made for %s, is the end of the call',
  async (option) => {
    const elsewhere = { operation: 'issueToken', method: 'POST', path: '/' };
    const failure = new ServerError(elsewhere, new Response(null, { status: 503 }), undefined);
    const failures = [undefined, failure];
    const ask = vi.fn(async () => {
      const next = failures.shift();
      if (next) throw next;
      return 'token-1';
    });
    const { times, fetch } = fetchInTurn(answer(503));
    const call = createOne({
      fetch,
      ...(option === 'accessToken'
        ? { accessToken: ask }
        : { rateBudget: { acquire: async () => void (await ask()), observe: () => {} } }),
    });
    const rejection = rejectionOf(call());
    await vi.runAllTimersAsync();
    expect(await rejection).toBe(failure);
    expect(times).toHaveLength(1);
    expect(ask).toHaveBeenCalledTimes(2);
  },
);

test('a token that fails after the call has ended is no unhandled rejection', async () => {
  const unhandled = collectUnhandled();
  const controller = new AbortController();
  const call = createOne({
    accessToken: async () => {
      controller.abort('enough');
      throw new Error('revoked');
    },
  });
  expect(await rejectionOf(call({}, { signal: controller.signal }))).toBe('enough');
  await setImmediate();
  expect(unhandled).toEqual([]);
});

test('a token may come in a promise of another realm', async () => {
  const sent: unknown[] = [];
  const call = createOne({
    accessToken: () => runInNewContext("Promise.resolve('token-1')") as Promise<string>,
    fetch: async (_, { headers }) => {
      sent.push({ ...(headers as object) });
      return Response.json({});
    },
  });
  await call();
  expect(sent).toEqual([{ authorization: 'Bearer token-1' }]);
});

test.each([
  ['a failed attempt', () => disconnect()],
  ['a failure of another client', answer(503)],
])('an abort as the next attempt is announced wins over %s', async (_, fetch) => {
  const controller = new AbortController();
  const call = createOne({ fetch, hooks: { retry: () => controller.abort('enough') } });
  expect(await rejectionOf(call({}, { signal: controller.signal }))).toBe('enough');
  expect(vi.getTimerCount()).toBe(0);
});

test('no attempt is announced after an abort, whatever its reason', async () => {
  const controller = new AbortController();
  const retry = vi.fn();
  const call = createOne({ fetch: never, hooks: { retry } });
  const rejection = rejectionOf(call({}, { signal: controller.signal }));
  const elsewhere = { operation: 'other', method: 'GET', path: '/' };
  const reason = new ServerError(elsewhere, new Response(null, { status: 503 }), undefined);
  controller.abort(reason);
  expect(await rejection).toBe(reason);
  expect(retry).not.toHaveBeenCalled();
});

test('waits before an attempt do not count as its time', async () => {
  const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const call = createOne({
    accessToken: async () => {
      await later(5000);
      return 'token-1';
    },
    rateBudget: { acquire: async () => later(5000), observe: () => {} },
    fetch: async () => {
      await later(900);
      return Response.json('late, and in time');
    },
    attemptTimeout: 1000,
    attempts: 1,
  });
  const result = call();
  await vi.runAllTimersAsync();
  expect(await result).toBe('late, and in time');
});

test('an attempt that takes too long is given up and made again', async () => {
  const { times, fetch } = fetchInTurn(never, endless(200), answer(200));
  const signals: (AbortSignal | null | undefined)[] = [];
  const call = createOne({
    fetch: async (url, init) => {
      signals.push(init.signal);
      return fetch(url, init);
    },
    attemptTimeout: 1000,
  });
  const result = call();
  await vi.runAllTimersAsync();
  expect(await result).toEqual({});
  expect(times).toHaveLength(3);
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, false]);
});

test('an error tells which limit was passed', async () => {
  const call = createOne({ fetch: never, attemptTimeout: 1000, timeout: 1500, attempts: 2 });
  const first = rejectionOf(call({}, { attempts: 1 }));
  const second = rejectionOf(call({}, { timeout: 800 }));
  await vi.runAllTimersAsync();
  expect(await first).toMatchObject({ kind: 'timeout', scope: 'attempt', timeout: 1000 });
  expect(await second).toMatchObject({ kind: 'timeout', scope: 'call', timeout: 800, attempts: 1 });
});
