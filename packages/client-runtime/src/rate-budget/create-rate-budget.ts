import { memoryStore } from './memory-store.ts';
import { QueueFullError } from './queue-full-error.ts';
import { readRateLimit } from './rate-limit-headers.ts';
import type { RateBudgetStore } from './rate-budget-store.ts';
import type { RateBudget } from './rate-budget.ts';
import { learnFrom, reserveTurns, returnTurn, type Turns } from './request-log.ts';
import { createSharedLog } from './shared-log.ts';

/** What {@link createRateBudget} needs to know. */
export interface RateBudgetOptions {
  /** Names the account whose limit it is, such as the id of the HubSpot account; not a secret. */
  readonly account: string;
  /**
   * Where the clients of the account meet.
   *
   * @defaultValue the memory of this process
   */
  readonly store?: RateBudgetStore | undefined;
  /**
   * How many requests may wait; one more is refused. With a store elsewhere all wait for its
   * answer, if for nothing else.
   *
   * @defaultValue 1000
   */
  readonly maxQueue?: number | undefined;
  /**
   * Told when the store starts to fail, not of each failure. Requests are sent all the same, and
   * this client keeps to the limit on its own until the store works again.
   *
   * @defaultValue a warning on the console
   */
  readonly onStoreError?: ((error: unknown) => void) | undefined;
}

interface Waiting {
  admit(): void;
}

/**
 * Keeps the clients of an account within its rate limit, as the server tells it in each answer.
 * One budget can serve several clients; so can several budgets of the same account and store.
 *
 * Requests far below the limit are not delayed. Beyond half of it they are spread, so that the
 * limit is not reached; after a 429 they wait until the interval is over. They leave in the order
 * in which they asked, and clients of the same account take turns.
 *
 * **Workers** drop the timers that a request leaves behind, so call this once for each request there, rather than once for
 * all.
 *
 * @throws TypeError if `maxQueue` is negative or not an integer
 */
export function createRateBudget({
  account,
  store = memoryStore,
  maxQueue = 1000,
  onStoreError = () => warnOfStore(account),
}: RateBudgetOptions): RateBudget {
  if (!Number.isSafeInteger(maxQueue) || maxQueue < 0) {
    throw new TypeError(`maxQueue: expected a number of requests, got ${maxQueue}`);
  }
  // The number is the version of the text that is stored.
  const shared = createSharedLog(`apipin:rate-budget:1:${account}`, store, onStoreError);
  const queue = new Set<Waiting>();
  let isAsking = false;
  /** The turn that was promised and not taken yet. One at a time, so that clients take turns. */
  let turn: number | undefined;
  /** Runs while somebody waits for that turn, and never else, as it keeps a process alive. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasAnswer = false;

  function proceed(): void {
    if (queue.size === 0) stopTimer();
    else if (!isAsking && timer === undefined) ask();
  }

  function ask(): void {
    stopTimer();
    isAsking = true;
    const turns = shared.update((log, now) => {
      const kept = turn === undefined ? log : returnTurn(log, turn);
      return reserveTurns(kept, now, queue.size);
    });
    if (turns instanceof Promise) void turns.then(onTurns);
    else onTurns(turns);
  }

  function onTurns({ time, count }: Turns): void {
    isAsking = false;
    const wait = time - shared.now();
    turn = wait > 0 ? time : undefined;
    if (wait <= 0) admit(count);
    else timer = setTimeout(takeTurn, wait);
    proceed();
  }

  function takeTurn(): void {
    stopTimer();
    turn = undefined;
    admit(1);
    proceed();
  }

  function admit(count: number): void {
    for (const waiting of [...queue].slice(0, count)) {
      queue.delete(waiting);
      waiting.admit();
    }
  }

  function stopTimer(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    acquire(signal, call) {
      if (signal.aborted) return Promise.reject(signal.reason);
      const waiting: Waiting = { admit() {} };
      queue.add(waiting);
      proceed();
      if (!queue.has(waiting)) return undefined;

      if (queue.size > maxQueue) {
        queue.delete(waiting);
        proceed();
        return Promise.reject(new QueueFullError(call, account, maxQueue));
      }
      return new Promise((resolve, reject) => {
        const onAbort = () => {
          queue.delete(waiting);
          proceed();
          reject(signal.reason);
        };
        signal.addEventListener('abort', onAbort);
        waiting.admit = () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        };
      });
    },

    observe(status, headers, duration = 0) {
      const answer = readRateLimit(status, headers);
      const time = shared.now();
      const learnt = shared.update((log) => ({ log: learnFrom(answer, log, time, duration) }));
      // A first answer may bring the promised turn forward, and a refusal puts it off. Nothing else
      // is worth asking anew, as that means to lose one's place among the clients.
      if (hasAnswer && !answer.isRefusal) return;
      hasAnswer = true;
      if (learnt instanceof Promise) void learnt.then(askAgain);
      else askAgain();
    },
  };

  function askAgain(): void {
    if (timer !== undefined) ask();
  }
}

function warnOfStore(account: string): void {
  console.warn(
    `APIPIN_RATE_BUDGET: the store for account ${JSON.stringify(account)} fails, so that this process keeps to ` +
      'the limit on its own for now; pass onStoreError to see why',
  );
}
