import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createRateLimitedServer,
  delay,
  pass,
  sendThrough,
} from '../../test/rate-limited-server.ts';
import { createRateBudget } from './create-rate-budget.ts';
import type { RateBudgetStore } from './rate-budget-store.ts';

const call = { operation: 'getThing', method: 'GET', path: '/things' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A part of a duration, by a generator that repeats itself with the seed. */
function createRandom(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * most;
  };
}

/** A store elsewhere, with its way there and back. */
function createRemoteStore(latency: () => number): RateBudgetStore {
  const texts = new Map<string, string>();
  return {
    async compareAndSwap(key, expected, next) {
      await delay(latency());
      const found = texts.get(key);
      if (found === expected) texts.set(key, next);
      await delay(latency());
      return found;
    },
  };
}

let accounts = 0;

interface Scene {
  readonly limit: number;
  readonly interval: number;
  readonly transit: number;
  readonly processing: number;
  readonly clients: number;
  /** The longest way to the store in ms; undefined is the memory. */
  readonly storeLatency: number | undefined;
  readonly seed: number;
}

const anyScene: fc.Arbitrary<Scene> = fc.record({
  limit: fc.integer({ min: 20, max: 250 }),
  interval: fc.integer({ min: 1000, max: 10_000 }),
  transit: fc.integer({ min: 0, max: 800 }),
  processing: fc.integer({ min: 0, max: 5000 }),
  clients: fc.integer({ min: 1, max: 6 }),
  storeLatency: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  seed: fc.nat(),
});

/** Lets clients ask for more than the server gives. */
function play(scene: Scene) {
  const { limit, interval, clients, storeLatency } = scene;
  const random = createRandom(scene.seed);
  const server = createRateLimitedServer({
    limit,
    interval,
    transit: () => random(scene.transit),
    processing: () => random(scene.processing),
  });
  const store =
    storeLatency === undefined ? {} : { store: createRemoteStore(() => random(storeLatency)) };
  const account = `law-${accounts++}`;
  /** For each client, the numbers of its requests in the order in which they left. */
  const left = Array.from({ length: clients }, (): number[] => []);
  for (const numbers of left) {
    const budget = createRateBudget({ account, maxQueue: 10_000, ...store });
    for (let number = 0; number < (1 + 5 / clients) * limit; number++) {
      void sendThrough(budget, server.send, () => numbers.push(number));
    }
  }
  return { server, left };
}

test('no request is refused, and those of a client leave in the order in which they asked', async () => {
  await fc.assert(
    fc.asyncProperty(anyScene, async (scene) => {
      const { server, left } = play(scene);
      await pass(2.5 * scene.interval);
      vi.clearAllTimers();
      expect(server.refusals()).toBe(0);
      for (const numbers of left) expect(numbers).toEqual(numbers.map((_, index) => index));
    }),
    { numRuns: 10 },
  );
});

test('at least 85 % of the limit is used, in equal shares', async () => {
  await fc.assert(
    fc.asyncProperty(anyScene, async (anyInterval) => {
      const { server, left } = play({ ...anyInterval, interval: 10_000 });
      await pass(20_000);
      const arrivals = server.arrivals.length;
      const sent = left.map((numbers) => numbers.length);
      await pass(20_000);
      vi.clearAllTimers();
      // A request of each client may be at the edge of the time that is looked at.
      expect(server.arrivals.length - arrivals).toBeGreaterThanOrEqual(
        1.7 * anyInterval.limit - 1 - left.length,
      );
      const shares = left.map((numbers, client) => numbers.length - (sent[client] ?? 0));
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.8 * Math.max(...shares) - 1);
    }),
    { numRuns: 8 },
  );
});

test('a program that stays below half of the limit never waits', async () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 100, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: 0, max: 3000 }), async (times, processing) => {
      const server = createRateLimitedServer({
        limit: 110,
        interval: 10_000,
        transit: () => 50,
        processing: () => processing,
      });
      const budget = createRateBudget({ account: `law-${accounts++}` });
      void sendThrough(budget, server.send);
      await pass(50 + processing);
      const asked: number[] = [];
      for (const gap of times) {
        if (asked.filter((time) => time > performance.now() - 11_000).length >= 50) {
          await pass(5000);
        }
        asked.push(performance.now());
        expect(budget.acquire(new AbortController().signal, call)).toBeUndefined();
        void server
          .send()
          .then(({ status, headers }) => budget.observe(status, headers, 50 + processing));
        await pass(gap);
      }
      vi.clearAllTimers();
    }),
    { numRuns: 10 },
  );
});

test('what others use without sharing the budget is left to them', async () => {
  const { server } = play({
    limit: 110,
    interval: 10_000,
    transit: 200,
    processing: 300,
    clients: 2,
    storeLatency: undefined,
    seed: 1,
  });
  const others: number[] = [];
  const timer = setInterval(() => others.push(server.arrive().status), 500);
  await pass(50_000);
  clearInterval(timer);
  vi.clearAllTimers();
  expect(others).not.toContain(429);
  expect(server.refusals()).toBeLessThan(0.01 * server.arrivals.length);
  expect(server.arrivals.length).toBeGreaterThan(0.8 * 5 * 110);
});
