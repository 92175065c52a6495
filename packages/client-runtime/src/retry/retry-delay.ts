import { ApiError } from '../errors/api-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';

/** The statuses that another attempt may change. */
const passing = new Set([408, 423, 425, 429, 477, 500, 502, 503, 504, 521, 523, 524]);

/** What is locked stays so for a while, in ms. */
const lockedFor = 2_000;
const firstBackoff = 500;
const longestBackoff = 8_000;

/**
 * Decides how long to wait before another attempt, in ms; `undefined` where none may follow.
 *
 * @param attempt - How many attempts there were.
 * @param isRepeatable - Whether the server may act twice on the request without harm.
 */
export function retryDelay(
  error: unknown,
  attempt: number,
  isRepeatable: boolean,
): number | undefined {
  if (!mayPass(error) || !(isRepeatable || wasNotSent(error))) return undefined;
  const { status, retryAfter = 0 } = error as Partial<ApiError>;
  const least = status === 423 ? Math.max(retryAfter, lockedFor) : retryAfter;
  // Full jitter: callers that failed together must not come back together.
  return least + Math.random() * Math.min(longestBackoff, firstBackoff * 2 ** (attempt - 1));
}

function mayPass(error: unknown): boolean {
  if (error instanceof RateLimitError) return error.policyName !== 'DAILY';
  if (error instanceof ApiError) return passing.has(error.status);
  if (error instanceof TimeoutError) return error.scope === 'attempt';
  return error instanceof ConnectionError;
}

function wasNotSent(error: unknown): boolean {
  return error instanceof ConnectionError && error.wasNotSent;
}
