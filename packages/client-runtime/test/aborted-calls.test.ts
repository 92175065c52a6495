import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { ApiClientOptions } from '../src/api-client-options.ts';
import { createClient, rejectionOf, type ClientOptions } from './example-api.ts';

/*
 * An abort wins at once, whenever it comes and whatever its reason is.
 */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const busy = async () => new Response(null, { status: 503 });

test('the error of another call, which alone would be worth another attempt, is a reason like any other', async () => {
  const other = await rejectionOf(createClient({ fetch: busy, attempts: 1 }).listChannels());
  const controller = new AbortController();
  const fetch = vi.fn<NonNullable<ApiClientOptions['fetch']>>(() => new Promise(() => {}));
  const retry = vi.fn();
  const client = createClient({ fetch, attempts: 2, hooks: { retry } });
  const call = rejectionOf(client.listChannels({}, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(1);
  controller.abort(other);
  await vi.advanceTimersByTimeAsync(0);
  expect(await call).toBe(other);
  expect(fetch).toHaveBeenCalledOnce();
  expect(retry).not.toHaveBeenCalled();
});

test('a hook that hears of another attempt can still prevent it', async () => {
  const controller = new AbortController();
  const fetch = vi.fn(busy);
  const client = createClient({
    fetch,
    attempts: 2,
    hooks: { retry: () => controller.abort('enough') },
  });
  const call = client.listChannels({}, { signal: controller.signal });
  const rejected = expect(call).rejects.toBe('enough');
  await vi.advanceTimersByTimeAsync(0);
  await rejected;
  expect(fetch).toHaveBeenCalledOnce();
});

test.each<[string, (end: () => void) => ClientOptions]>([
  ['a token', (end) => ({ accessToken: () => (end(), Promise.reject(new Error('no token'))) })],
  [
    'a validation',
    (end) => ({
      validation: { request: () => (end(), Promise.reject(new Error('no'))), response: () => {} },
    }),
  ],
])('%s that fails once the call is aborted goes to nobody', async (_what, optionsOf) => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  onTestFinished(() => void process.off('unhandledRejection', unhandled));
  const controller = new AbortController();
  const client = createClient({ fetch: busy, ...optionsOf(() => controller.abort('enough')) });
  const call = client.listChannels({}, { signal: controller.signal });
  expect(await rejectionOf(call)).toBe('enough');
  vi.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).not.toHaveBeenCalled();
});
