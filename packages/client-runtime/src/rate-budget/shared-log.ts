import type { RateBudgetStore } from './rate-budget-store.ts';
import { formatRequestLog, parseRequestLog } from './request-log-format.ts';
import { emptyLog, type RequestLog, spanOf } from './request-log.ts';

/** What the log is to become, or the same log for no change, and what else came of it. */
type Change<Result extends { readonly log: RequestLog }> = (log: RequestLog, now: number) => Result;

/** The log of an account, as its clients share it. */
export interface SharedLog {
  /** The time of the clock that they share, in ms. */
  now(): number;
  /**
   * Changes the log, at once if the store answers at once. The change may be tried several times.
   * Never fails: while the store does, this client goes on alone with what it knows.
   */
  update<Result extends { readonly log: RequestLog }>(
    change: Change<Result>,
  ): Result | Promise<Result>;
}

/** How long the store may take, in ms. Requests wait for it. */
const storeTimeout = 1000;

/** How long a store is left alone after it failed, in ms. */
const storePause = 10_000;

/** How often a change is tried: several times the number of clients that may collide. */
const maxTries = 100;

/** @param onStoreError - Told once when the store starts to fail. */
export function createSharedLog(
  key: string,
  store: RateBudgetStore,
  onStoreError: (error: unknown) => void,
): SharedLog {
  let text: string | undefined;
  let log = emptyLog;
  let offset = 0;
  let isFailing = false;
  let pauseEnd = -Infinity;

  /**
   * The clocks of processes differ, and are set. This one only runs forward, and as all take over
   * the latest time that was written, the one that is ahead is the one that they share.
   */
  function now(): number {
    const time = clock();
    offset = Math.max(offset, log.time - time);
    return time + offset;
  }

  function update<Result extends { readonly log: RequestLog }>(change: Change<Result>) {
    if (clock() < pauseEnd) return updateAlone(change);
    const onFailure = (error: unknown): Result => {
      pauseEnd = clock() + storePause;
      if (!isFailing) report(error);
      isFailing = true;
      return updateAlone(change);
    };
    try {
      const result = updateTogether(change, maxTries);
      return result instanceof Promise ? result.catch(onFailure) : result;
    } catch (error) {
      return onFailure(error);
    }
  }

  function updateAlone<Result extends { readonly log: RequestLog }>(
    change: Change<Result>,
  ): Result {
    const result = change(log, now());
    log = result.log;
    return result;
  }

  function updateTogether<Result extends { readonly log: RequestLog }>(
    change: Change<Result>,
    tries: number,
  ): Result | Promise<Result> {
    if (tries === 0) throw new Error(`compareAndSwap failed ${maxTries} times in a row`);
    const expected = text;
    const time = now();
    const result = change(log, time);
    if (result.log === log) return result;
    const next = formatRequestLog(result.log);

    const onFound = (found: string | undefined): Result | Promise<Result> => {
      if (found === expected) {
        isFailing = false;
        text = next;
        log = result.log;
        return result;
      }
      text = found;
      // When the store has forgotten the requests, the limit is still the one that was learnt.
      log = found === undefined ? { ...log, sent: [] } : parseRequestLog(found);
      return updateTogether(change, tries - 1);
    };

    const last = result.log.sent.at(-1) ?? time;
    const ttl = Math.ceil(last + spanOf(result.log) - time);
    const found = store.compareAndSwap(key, expected, next, ttl);
    return typeof found === 'object' && found !== null
      ? inTime(found).then((later) => onFound(later ?? undefined))
      : onFound(found ?? undefined);
  }

  function report(error: unknown): void {
    try {
      onStoreError(error);
    } catch {
      // No request fails for want of a report.
    }
  }

  return { now, update };
}

/** In ms since the epoch, by a clock that is not set while the program runs. */
function clock(): number {
  return performance.timeOrigin + performance.now();
}

/** @param promise - Of any library. */
function inTime<Result>(promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the store did not answer within ${storeTimeout} ms`)),
      storeTimeout,
    );
    void Promise.resolve(promise)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
