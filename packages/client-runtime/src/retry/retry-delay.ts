import type { ApiError } from '../errors/api-error.ts';
import { ClientError } from '../errors/client-error.ts';
import type { ConnectionError } from '../errors/connection-error.ts';
import type { RateLimitError } from '../errors/rate-limit-error.ts';
import type { TimeoutError } from '../errors/timeout-error.ts';
import { isPassing } from './is-passing.ts';

type AnyError = ClientError &
  Partial<Omit<ApiError & ConnectionError & RateLimitError & TimeoutError, keyof ClientError>>;

/**
 * Decides how long to wait before another attempt, in ms; for ever where none may follow.
 *
 * @param isRepeatable - Whether the server may act twice on the request without harm.
 */
export function retryDelay(error: unknown, attempts: number, isRepeatable: boolean): number {
  if (!(error instanceof ClientError)) return Infinity;
  const { kind, status, retryAfter = 0, policyName, scope, wasNotSent } = error as AnyError;
  const mayPass =
    kind === 'connection' ||
    scope === 'attempt' ||
    // A daily limit is not waited for.
    (isPassing(status) && policyName !== 'DAILY');
  if (!mayPass || !(isRepeatable || wasNotSent)) return Infinity;
  // What is locked stays so for a while.
  const least = status === 423 ? Math.max(retryAfter, 2_000) : retryAfter;
  // Full jitter: callers that failed together must not come back together.
  return least + Math.random() * Math.min(8_000, 250 * 2 ** attempts);
}
