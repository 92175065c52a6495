import { setTimeout as delayFor } from 'node:timers/promises';
import { fetchOnce } from './fetch-once.ts';
import type {
  FetchedSource,
  FetchSourceOptions,
  SourceLimits,
  SourceRequest,
} from './fetch-source.ts';
import { SourceError } from './source-error.ts';
import { nameSource } from './source-name.ts';
import type { TransientFailure } from './transient-failure.ts';

/** Upper bound of the first wait; it doubles from attempt to attempt. */
const FIRST_DELAY_MS = 500;

/** An attempt that failed, and how long to the next. */
export interface SourceRetry {
  /** From 1. */
  readonly attempt: number;
  readonly reason: string;
  /** In ms. */
  readonly delay: number;
}

/** Options with the signal that ends everything, the deadline included. */
export interface FetchUrlOptions extends FetchSourceOptions {
  readonly limits: SourceLimits;
  readonly signal: AbortSignal;
}

/**
 * Fetches a source that is a URL, with further attempts where the failure may pass.
 *
 * The waits are our own, since the usual libraries for retries can either not be told a clock to test them with or not
 * follow redirects by hand.
 *
 * @throws SourceError, UnreadableSourceError
 * @throws the reason of `options.signal`.
 */
export async function fetchWithRetries(
  request: SourceRequest,
  options: FetchUrlOptions,
): Promise<FetchedSource> {
  const { limits, signal, sleep = sleepFor } = options;
  for (let attempt = 1; ; attempt++) {
    const outcome = await fetchOnce(request, options);
    if (outcome.kind !== 'failed') return outcome;
    const { failure } = outcome;
    if (attempt >= limits.attempts) {
      throw toError(request, failure, `this was attempt ${attempt}; try again later`);
    }
    const delay = failure.retryAfter ?? backOff(attempt, options);
    if (delay > limits.retryAfter) {
      const advice = `it asks to wait ${Math.ceil(delay / 1000)} s; try again then`;
      throw toError(request, failure, advice);
    }
    options.onRetry?.({ attempt, reason: failure.reason, delay });
    await sleep(delay, signal);
    signal.throwIfAborted();
  }
}

/**
 * Anything from nothing to a bound that doubles, so that many clients do not come back at once.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
function backOff(attempt: number, { random = Math.random }: FetchUrlOptions): number {
  return Math.round(random() * FIRST_DELAY_MS * 2 ** (attempt - 1));
}

async function sleepFor(delay: number, signal: AbortSignal): Promise<void> {
  await delayFor(delay, undefined, { signal });
}

function toError(
  { source }: SourceRequest,
  { reason, status }: TransientFailure,
  advice: string,
): SourceError {
  const name = nameSource(source);
  const at =
    status === undefined
      ? ({ code: 'cannot-read', source: name } as const)
      : ({ code: 'http-status', source: name, status } as const);
  return new SourceError(at, `${reason}; ${advice}`);
}
