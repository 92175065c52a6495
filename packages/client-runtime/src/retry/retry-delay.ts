import type { ApiError } from '../errors/api-error.ts';
import { ClientError, type CallProgress } from '../errors/client-error.ts';
import type { ConnectionError } from '../errors/connection-error.ts';
import type { RateLimitError } from '../errors/rate-limit-error.ts';
import type { TimeoutError } from '../errors/timeout-error.ts';
import type { OperationSpec } from '../operation-spec.ts';

/** The statuses that another attempt may change. */
const passing = /^(408|423|425|429|477|50[0234]|52[134])$/;

/** What is locked stays so for a while, in ms. */
const lockedFor = 2_000;
const firstBackoff = 500;
const longestBackoff = 8_000;

type AnyError = Partial<ApiError & ConnectionError & RateLimitError & TimeoutError>;

/** Decides how long to wait before another attempt, in ms; `undefined` where none may follow. */
export function retryDelay(
  error: unknown,
  { attempts, idempotencyKey }: CallProgress,
  { method, repeatable }: Pick<OperationSpec, 'method' | 'repeatable'>,
  body: unknown,
): number | undefined {
  if (!(error instanceof ClientError)) return undefined;
  const { kind } = error;
  const { status, retryAfter = 0, policyName, scope, wasNotSent } = error as object as AnyError;
  const mayPass =
    kind === 'connection' ||
    scope === 'attempt' ||
    // A daily limit is not waited for.
    (passing.test(`${status}`) && policyName !== 'DAILY');
  const mayRepeat =
    wasNotSent === true ||
    repeatable === true ||
    idempotencyKey !== undefined ||
    // https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
    /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/.test(method);
  // A stream is gone once it has been sent.
  if (!mayPass || !mayRepeat || body instanceof ReadableStream) return undefined;
  const least = status === 423 ? Math.max(retryAfter, lockedFor) : retryAfter;
  // Full jitter: callers that failed together must not come back together.
  return least + Math.random() * Math.min(longestBackoff, firstBackoff * 2 ** (attempts - 1));
}
