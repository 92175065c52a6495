import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bodyAs, ClientError, idempotentBy, type CallOptions } from '../src/index.ts';
import { rejectionOf } from './example-api.ts';
import { answer, createOne, disconnect, fetchInTurn, never } from './one-operation.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('waits as long as the answer says, and jitters', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const { times, fetch } = fetchInTurn(
    answer(503, { 'retry-after': '3' }),
    answer(423),
    answer(429),
    answer(200),
  );
  const result = createOne({ fetch })();
  await vi.runAllTimersAsync();
  expect(await result).toEqual({});
  expect(times.map((time) => time - times[0]!)).toEqual([0, 3250, 5750, 6750]);
});

test('fails at once where the answer asks for more time than is left', async () => {
  const { times, fetch } = fetchInTurn(answer(503, { 'retry-after': '10' }));
  const start = Date.now();
  const error = await rejectionOf(createOne({ fetch, timeout: 10_000 })());
  expect(error).toMatchObject({ status: 503, retryAfter: 10_000, attempts: 1 });
  expect([times.length, Date.now() - start]).toEqual([1, 0]);
});

test.each(['2147484', '99999999999', '9'.repeat(400)])(
  'fails at once where that is more than a timer can count: %s s',
  async (retryAfter) => {
    const { times, fetch } = fetchInTurn(answer(503, { 'retry-after': retryAfter }));
    const error = rejectionOf(createOne({ fetch, timeout: 0 })());
    await vi.runAllTimersAsync();
    expect(await error).toMatchObject({ status: 503 });
    expect(times).toHaveLength(1);
  },
);

test('a daily limit fails at once, and says so', async () => {
  const body = { message: 'no more', errorType: 'RATE_LIMIT', policyName: 'DAILY' };
  const { times, fetch } = fetchInTurn(answer(429, {}, JSON.stringify(body)));
  expect(await rejectionOf(createOne({ fetch })())).toMatchObject({
    kind: 'rate-limit',
    policyName: 'DAILY',
    message: 'call failed: 429 RATE_LIMIT: no more',
  });
  expect(times).toHaveLength(1);
});

test('each attempt has a token of its own', async () => {
  const tokens = ['token-1', 'token-2'];
  const sent: unknown[] = [];
  const { fetch } = fetchInTurn(answer(503), answer(200));
  const result = createOne({
    accessToken: () => tokens.shift()!,
    fetch: (url, init) => {
      sent.push((init.headers as Record<string, string>)['authorization']);
      return fetch(url, init);
    },
  })();
  await vi.runAllTimersAsync();
  await result;
  expect(sent).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test.each([
  ['an AbortError', 'AbortError'],
  ['a TimeoutError', 'TimeoutError'],
])('%s by a signal of the fetch itself is a connection that broke', async (_, name) => {
  const reason = new DOMException('of the pool', name);
  const { times, fetch } = fetchInTurn(async () => Promise.reject(reason), answer(200));
  const result = createOne({ fetch })();
  await vi.runAllTimersAsync();
  expect(await result).toEqual({});
  expect(times).toHaveLength(2);
  const post = createOne({ fetch: async () => Promise.reject(reason) }, { method: 'POST' });
  const error = rejectionOf(post());
  await vi.runAllTimersAsync();
  expect(await error).toMatchObject({ kind: 'connection', wasNotSent: false, attempts: 1 });
});

/** What may become of an attempt, and whether bytes of it can have reached the server. */
const outcomes = {
  answered: { wasSent: true, fetch: answer(200) },
  notFound: { wasSent: true, fetch: answer(404) },
  locked: { wasSent: true, fetch: answer(423) },
  limited: { wasSent: true, fetch: answer(429, { 'retry-after': '2' }) },
  unavailable: { wasSent: true, fetch: answer(503) },
  unavailableForLong: { wasSent: true, fetch: answer(503, { 'retry-after': '3600' }) },
  noJson: { wasSent: true, fetch: answer(200, {}, '<html>') },
  reset: { wasSent: true, fetch: async () => disconnect('ECONNRESET') },
  stale: { wasSent: true, fetch: async () => disconnect('EHOSTUNREACH', 'read EHOSTUNREACH') },
  silent: { wasSent: true, fetch: never },
  cut: {
    wasSent: true,
    fetch: async () =>
      new Response(new ReadableStream({ start: (body) => body.error(new TypeError('cut')) })),
  },
  stuck: { wasSent: true, fetch: async () => new Response(new ReadableStream()) },
  noAddress: {
    wasSent: false,
    fetch: async () => disconnect('ENOTFOUND', 'getaddrinfo ENOTFOUND'),
  },
  refused: {
    wasSent: false,
    fetch: async () => disconnect('ECONNREFUSED', 'connect ECONNREFUSED'),
  },
};

const anyOutcome = fc.constantFrom(...(Object.keys(outcomes) as (keyof typeof outcomes)[]));
const anySpec = fc.record({
  isRepeatable: fc.boolean(),
  body: fc.constantFrom('json', 'json with a key', 'stream'),
});
const anyOptions = fc.record({
  attempts: fc.integer({ min: 1, max: 6 }),
  timeout: fc.integer({ min: 1, max: 60_000 }),
  attemptTimeout: fc.integer({ min: 1, max: 20_000 }),
});

test('the law of repetition', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyOutcome, { minLength: 1, maxLength: 6 }),
      anySpec,
      anyOptions,
      fc.nat(20_000),
      async (plan, { isRepeatable, body }, options: CallOptions, tokenTime) => {
        const isStream = body === 'stream';
        const hasKey = body === 'json with a key';
        const sent: (keyof typeof outcomes)[] = [];
        const call = createOne(
          {
            accessToken: async () => {
              await new Promise((resolve) => setTimeout(resolve, tokenTime));
              return 'token-1';
            },
            fetch: (_url, init) => {
              // As the real one does; the others show that a call does not depend on that.
              if (init.signal?.aborted === true) return Promise.reject(init.signal.reason as Error);
              const outcome = plan[sent.length % plan.length]!;
              sent.push(outcome);
              return outcomes[outcome].fetch();
            },
          },
          {
            method: 'POST',
            ...(isRepeatable && { repeatable: true }),
            ...(hasKey && { idempotency: idempotentBy('key') }),
            body: isStream ? bodyAs('application/octet-stream') : 'application/json',
          },
        );
        const start = performance.now();
        let end: number | undefined;
        const result = call({ body: isStream ? new ReadableStream() : {} }, options).catch(
          (error: unknown) => error,
        );
        void result.finally(() => (end = performance.now()));
        await vi.runAllTimersAsync();
        const error = await result;

        const mayRepeat = isRepeatable || hasKey;
        const reached = sent.filter((outcome) => outcomes[outcome].wasSent);
        if (!mayRepeat) expect(reached.length).toBeLessThanOrEqual(1);
        expect(sent.length).toBeLessThanOrEqual(isStream ? 1 : options.attempts!);
        // Nothing follows an answer that says all.
        expect(
          sent.slice(0, -1).filter((outcome) => /^(answered|notFound|noJson)$/.test(outcome)),
        ).toEqual([]);
        // A timer counts whole ms.
        expect(end! - start).toBeLessThanOrEqual(options.timeout! + 1);
        if (error instanceof ClientError) expect(error.attempts).toBe(sent.length);
        else expect(sent.at(-1)).toBe('answered');
        expect(vi.getTimerCount()).toBe(0);
      },
    ),
    { numRuns: 500 },
  );
});
