import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { delay, pass } from '../../test/rate-limited-server.ts';
import { createRateBudget, type RateBudgetOptions } from './create-rate-budget.ts';
import { QueueFullError } from './queue-full-error.ts';
import type { RateBudgetStore } from './rate-budget-store.ts';
import type { RateBudget } from './rate-budget.ts';

const call = { operation: 'getThing', method: 'GET', path: '/things' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

let accounts = 0;
const newAccount = () => `account-${accounts++}`;
const createBudget = (options: Partial<RateBudgetOptions> = {}) =>
  createRateBudget({ account: newAccount(), ...options });

const { signal } = new AbortController();
const headersOf = (max: number, remaining: number, others: Record<string, string> = {}) =>
  new Headers({
    'x-hubspot-ratelimit-max': String(max),
    'x-hubspot-ratelimit-remaining': String(remaining),
    'x-hubspot-ratelimit-interval-milliseconds': '10000',
    ...others,
  });

/** Asks for many turns, and counts those that were given. */
function askFor(count: number, budget: RateBudget) {
  const given = { count: 0 };
  const onTurn = () => void given.count++;
  for (let asked = 0; asked < count; asked++) {
    const turn = budget.acquire(signal, call);
    if (turn === undefined) onTurn();
    else void turn.then(onTurn);
  }
  return given;
}

/** A budget that knows the limit of 110 in 10 s, and has used one. */
function createToldBudget(options: Partial<RateBudgetOptions> = {}) {
  const budget = createBudget(options);
  askFor(1, budget);
  budget.observe(200, headersOf(110, 109));
  return budget;
}

test('some requests are sent at once before anything is known, more when an answer tells the limit', async () => {
  const budget = createBudget();
  const given = askFor(50, budget);
  expect(given.count).toBe(10);
  await pass(300);
  expect(given.count).toBe(10);
  budget.observe(200, headersOf(110, 100));
  await pass(0);
  expect(given.count).toBe(50);
});

test('requests are sent when no answer comes', async () => {
  const given = askFor(50, createBudget());
  await pass(60_000);
  expect(given.count).toBe(50);
});

test('the limit is the lowest that is documented when answers tell none', async () => {
  const budget = createBudget();
  budget.observe(200, new Headers());
  const given = askFor(200, budget);
  await pass(10_900);
  expect(given.count).toBeGreaterThan(95);
  expect(given.count).toBeLessThanOrEqual(100);
});

test('requests beyond half of the limit are spread over the time that is left', async () => {
  const budget = createToldBudget();
  const given = askFor(300, budget);
  const counts: number[] = [];
  for (let second = 0; second < 22; second++) {
    counts.push(given.count);
    await pass(1000);
  }
  const added = counts.slice(1).map((count, index) => count - (counts[index] ?? 0));
  expect(counts[0]).toBe(54);
  expect(Math.min(...added)).toBeGreaterThanOrEqual(5);
  expect(Math.max(...added)).toBeLessThanOrEqual(10);
});

test('requests wait when others have used up the limit, and go on afterwards', async () => {
  const budget = createToldBudget();
  budget.observe(200, headersOf(110, 0));
  const given = askFor(10, budget);
  await pass(10_900);
  expect(given.count).toBe(0);
  await pass(200);
  expect(given.count).toBe(10);
});

test('a count that was taken long ago is not believed', () => {
  const budget = createToldBudget();
  budget.observe(200, headersOf(110, 0), 5000);
  expect(askFor(10, budget).count).toBe(10);
});

test('a refusal closes the account for the interval, for all of its clients and nobody else', async () => {
  const account = newAccount();
  const budget = createToldBudget({ account });
  const other = createToldBudget({ account });
  const waiting = askFor(70, budget);
  const sent = waiting.count;
  budget.observe(429, new Headers());
  const given = [waiting, askFor(5, other)];
  await pass(10_000);
  expect(given.map(({ count }) => count)).toEqual([sent, 0]);
  await pass(10_000);
  expect(given.map(({ count }) => count)).toEqual([70, 5]);
  expect(askFor(5, createToldBudget()).count).toBe(5);
});

test('requests are let through when the daily limit is used up, for the server to refuse them', async () => {
  const budget = createToldBudget();
  const daily = {
    'x-hubspot-ratelimit-daily': '250000',
    'x-hubspot-ratelimit-daily-remaining': '0',
  };
  budget.observe(429, headersOf(110, 100, daily));
  expect(askFor(5, budget).count).toBe(5);
});

test('a header cannot stop requests for ever', async () => {
  const value = fc.oneof(
    fc.constantFrom('NaN', '-1', '0', '1', '1e9', 'Infinity', '999999999', '1.5', '', '0x10'),
    fc.integer().map(String),
    fc.stringMatching(/^[ -~]*$/),
  );
  const headers = fc.record(
    {
      'x-hubspot-ratelimit-max': value,
      'x-hubspot-ratelimit-remaining': value,
      'x-hubspot-ratelimit-interval-milliseconds': value,
      'x-hubspot-ratelimit-daily-remaining': value,
    },
    { requiredKeys: [] },
  );
  const answers = fc.array(fc.tuple(fc.constantFrom(200, 429, 500), headers), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(answers, async (told) => {
      const budget = createBudget();
      const given = askFor(1, budget);
      for (const [status, fields] of told) budget.observe(status, new Headers(fields));
      const more = askFor(1, budget);
      await pass(61_000);
      expect(given.count + more.count).toBe(2);
    }),
  );
});

test('requests go on, if slowly, when every answer lies that nothing is left', async () => {
  const budget = createToldBudget();
  let sent = 0;
  for (let asked = 0; asked < 200; asked++) {
    void Promise.resolve(budget.acquire(signal, call)).then(() => {
      sent++;
      budget.observe(200, headersOf(110, 0));
    });
  }
  await pass(60_000);
  expect(sent).toBeGreaterThan(50);
});

test('an aborted request leaves the queue at once, and the others keep their order', async () => {
  const budget = createToldBudget();
  askFor(54, budget);
  const order: string[] = [];
  const ask = (name: string, controller = new AbortController()) => {
    const asked = Promise.resolve(budget.acquire(controller.signal, call));
    asked.then(
      () => order.push(name),
      (reason: unknown) => order.push(`${name}: ${String(reason)}`),
    );
    return controller;
  };
  const [first, second] = [ask('first'), ask('second')];
  ask('third');
  second.abort('enough');
  await pass(0);
  expect(order).toEqual(['second: enough']);
  first.abort('too late');
  await pass(1000);
  expect(order).toEqual(['second: enough', 'first: too late', 'third']);
});

test('a request that is aborted before it asks is not counted', async () => {
  const budget = createToldBudget({ maxQueue: 0 });
  await expect(budget.acquire(AbortSignal.abort('before'), call)).rejects.toBe('before');
  expect(vi.getTimerCount()).toBe(0);
});

test('requests that give up do not use the limit', async () => {
  const budget = createToldBudget();
  askFor(54, budget);
  for (let asked = 0; asked < 500; asked++) {
    const controller = new AbortController();
    const turn = Promise.resolve(budget.acquire(controller.signal, call));
    controller.abort();
    await turn.catch(() => {});
  }
  const given = askFor(1, budget);
  await pass(300);
  expect(given.count).toBe(1);
});

test('one request more than may wait is refused', async () => {
  const budget = createToldBudget({ account: 'acme', maxQueue: 2 });
  const given = askFor(56, budget);
  const error: unknown = await Promise.resolve(budget.acquire(signal, call)).catch(
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(QueueFullError);
  expect(error).toMatchObject({ name: 'QueueFullError', kind: 'queue-full', account: 'acme' });
  expect(String(error)).toMatch(/not sent: 2 requests wait .*"acme".*raise maxQueue/);
  await pass(10_000);
  expect(given.count).toBe(56);
  const later = askFor(1, budget);
  await pass(1000);
  expect(later.count).toBe(1);
});

test.each([-1, NaN, 1.5, Infinity])('a queue of %d is refused', (maxQueue) => {
  expect(() => createBudget({ maxQueue })).toThrow(TypeError);
});

test('nothing is left when nobody waits: no timer, no listener', async () => {
  const budget = createToldBudget();
  const controller = new AbortController();
  const listeners = new Set<unknown>();
  vi.spyOn(controller.signal, 'addEventListener').mockImplementation((_, listener) => {
    listeners.add(listener);
  });
  vi.spyOn(controller.signal, 'removeEventListener').mockImplementation((_, listener) => {
    listeners.delete(listener);
  });
  const turns = Array.from({ length: 60 }, () => budget.acquire(controller.signal, call));
  expect([listeners.size, vi.getTimerCount()]).toEqual([6, 1]);
  await pass(10_000);
  await Promise.all(turns);
  expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
});

test('no timer is left when all who waited gave up', async () => {
  const budget = createToldBudget();
  const controller = new AbortController();
  const turns = Array.from({ length: 60 }, () => budget.acquire(controller.signal, call));
  controller.abort();
  await Promise.allSettled(turns);
  expect(vi.getTimerCount()).toBe(0);
});

test('setting the clock changes nothing', async () => {
  const budget = createToldBudget();
  const given = askFor(200, budget);
  for (const change of [1e9, -2e9]) {
    vi.setSystemTime(Date.now() + change);
    await pass(5000);
  }
  expect(given.count).toBeLessThanOrEqual(110);
  expect(given.count).toBeGreaterThan(90);
});

/** Somewhere else, with faults. */
function createStore(fault?: () => ReturnType<RateBudgetStore['compareAndSwap']>) {
  const texts = new Map<string, string>();
  const store = {
    fault,
    calls: 0,
    async compareAndSwap(key: string, expected: string | undefined, next: string) {
      store.calls++;
      if (store.fault) return store.fault();
      await delay(5);
      const found = texts.get(key) ?? null;
      if ((found ?? undefined) === expected) texts.set(key, next);
      return found;
    },
  };
  return store;
}

test.each<[string, () => ReturnType<RateBudgetStore['compareAndSwap']>]>([
  [
    'throws',
    () => {
      throw new Error('down');
    },
  ],
  ['rejects', () => Promise.reject(new Error('down'))],
  ['hangs', () => new Promise(() => {})],
  ['never agrees', () => `[${Math.floor(Math.random() * 1e9)},110,10000]`],
  ['never agrees, later', async () => `[${Math.floor(Math.random() * 1e9)},110,10000]`],
])('a store that %s neither stops requests nor lets go of the limit', async (_, fault) => {
  const onStoreError = vi.fn();
  const store = createStore(fault);
  const budget = createBudget({ store, onStoreError });
  const given = askFor(200, budget);
  await pass(1100);
  expect(given.count).toBeGreaterThanOrEqual(10);
  budget.observe(200, headersOf(110, 100));
  await pass(8000);
  expect(onStoreError).toHaveBeenCalledOnce();
  expect(onStoreError.mock.calls[0]).toEqual([expect.any(Error)]);
  expect(given.count).toBeGreaterThan(80);
  expect(given.count).toBeLessThanOrEqual(110);
  await pass(60_000);
  expect(given.count).toBe(200);
  expect(onStoreError).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('a store that works again is used again, and its next failure is told', async () => {
  const onStoreError = vi.fn(() => {
    throw new Error('cannot report');
  });
  const store = createStore(() => Promise.reject(new Error('down')));
  const budget = createBudget({ store, onStoreError });
  askFor(1, budget);
  await pass(10_000);
  expect(store.calls).toBe(1);
  store.fault = undefined;
  const given = askFor(1, budget);
  await pass(100);
  expect([given.count, store.calls]).toEqual([1, 2]);
  store.fault = () => Promise.reject(new Error('down again'));
  askFor(1, budget);
  await pass(100);
  expect(onStoreError).toHaveBeenCalledTimes(2);
});

test('a failing store is told on the console, without what it said', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const store = createStore(() => Promise.reject(new Error('redis://user:secret@host')));
  askFor(1, createBudget({ account: 'acme', store }));
  await pass(10);
  expect(warn).toHaveBeenCalledOnce();
  expect(String(warn.mock.calls[0])).toMatch(/^APIPIN_RATE_BUDGET.*"acme"/);
  expect(String(warn.mock.calls[0])).not.toContain('secret');
});

test('a burst asks a store once, not once for each request', async () => {
  const store = createStore();
  const budget = createBudget({ store });
  askFor(1, budget);
  await pass(100);
  budget.observe(200, headersOf(110, 109));
  await pass(100);
  const before = store.calls;
  const given = askFor(54, budget);
  await pass(100);
  expect(given.count).toBe(54);
  expect(store.calls - before).toBeLessThanOrEqual(3);
});

test.each([1, -1])('processes share a limit when a clock is %d days ahead', async (days) => {
  const store = createStore();
  const shift = (text: string | null | undefined, by: number) =>
    text?.replace(/\d+/, (time) => String(Number(time) + by));
  const distance = days * 24 * 60 * 60 * 1000;
  const farStore: RateBudgetStore = {
    async compareAndSwap(key, expected, next) {
      const here = shift(expected, -distance);
      const found = await store.compareAndSwap(key, here, shift(next, -distance) ?? '');
      return shift(found, distance);
    },
  };
  const account = newAccount();
  const budgets = [createBudget({ account, store }), createBudget({ account, store: farStore })];
  for (const budget of budgets) {
    askFor(1, budget);
    await pass(100);
    budget.observe(200, headersOf(110, 108));
    await pass(100);
  }
  await pass(12_000);
  const given = budgets.map((budget) => askFor(200, budget));
  await pass(10_900);
  const [here = 0, far = 0] = given.map(({ count }) => count);
  expect(here + far).toBeGreaterThan(100);
  expect(here + far).toBeLessThanOrEqual(110);
  await pass(60_000);
  expect(given.map(({ count }) => count)).toEqual([200, 200]);
});
