import type { AnyApiError } from './any-api-error.ts';
import { ClientError } from './client-error.ts';
import type { ConnectionError } from './connection-error.ts';
import type { QueueFullError } from '../rate-budget/queue-full-error.ts';
import type { RequestError } from './request-error.ts';
import type { ResponseParseError } from './response-parse-error.ts';
import type { TimeoutError } from './timeout-error.ts';
import type { ValidationError } from './validation-error.ts';

/** Every error that a call can reject with of its own, to `switch` over by `kind`. */
export type AnyClientError =
  | AnyApiError
  | ConnectionError
  | QueueFullError
  | RequestError
  | ResponseParseError
  | TimeoutError
  | ValidationError;

/** Tells whether an error is one of {@link AnyClientError}. */
export function isClientError(error: unknown): error is AnyClientError {
  return error instanceof ClientError;
}
