import { vi } from 'vitest';
import type { RateBudget } from '../src/rate-budget/rate-budget.ts';

const call = { operation: 'getThing', method: 'GET', path: '/things' };

// Taken before any test replaces it.
const nextTask = setImmediate;

/** How a simulated server limits and delays. All durations are in ms, of the faked timers. */
export interface ServerOptions {
  readonly limit: number;
  readonly interval: number;
  /** Until a request reaches the server. */
  readonly transit: () => number;
  /** From there until its answer reaches the client. */
  readonly processing: () => number;
}

/** An answer of the simulated server. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
}

/** Counts requests in a rolling window when they reach it, as HubSpot does. */
export function createRateLimitedServer({ limit, interval, transit, processing }: ServerOptions) {
  const arrivals: number[] = [];
  let refusals = 0;

  /** A request of somebody: reaches the server now. */
  function arrive(): Answer {
    const now = performance.now();
    const inWindow = arrivals.filter((time) => time > now - interval).length;
    const isRefused = inWindow >= limit;
    if (isRefused) refusals++;
    else arrivals.push(now);
    const headers = new Headers({
      'x-hubspot-ratelimit-max': String(limit),
      'x-hubspot-ratelimit-remaining': String(Math.max(0, limit - inWindow - 1)),
      'x-hubspot-ratelimit-interval-milliseconds': String(interval),
    });
    return { status: isRefused ? 429 : 200, headers };
  }

  async function send(): Promise<Answer> {
    await delay(transit());
    const answer = arrive();
    await delay(processing());
    return answer;
  }

  return { arrive, send, arrivals, refusals: () => refusals };
}

/** Sends a request as a client does, and tells when it has left. */
export async function sendThrough(
  budget: RateBudget,
  send: () => Promise<Answer>,
  onSent = () => {},
): Promise<void> {
  await budget.acquire(new AbortController().signal, call);
  onSent();
  const start = performance.now();
  const { status, headers } = await send();
  budget.observe(status, headers, performance.now() - start);
}

/** Resolves after some time of the faked timers. */
export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Lets faked time pass. Much faster than vitest's own, which waits for a real timer at each step. */
export async function pass(ms: number): Promise<void> {
  let isOver = false;
  setTimeout(() => (isOver = true), ms);
  while (!isOver) {
    await new Promise((resolve) => nextTask(resolve));
    vi.advanceTimersToNextTimer();
  }
  await new Promise((resolve) => nextTask(resolve));
}
