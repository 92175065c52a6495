import type { ApiError } from './api-error.ts';
import type { AuthenticationError } from './authentication-error.ts';
import type { BadRequestError } from './bad-request-error.ts';
import { ClientError } from './client-error.ts';
import type { ConflictError } from './conflict-error.ts';
import type { ConnectionError } from './connection-error.ts';
import type { NotFoundError } from './not-found-error.ts';
import type { PermissionError } from './permission-error.ts';
import type { QueueFullError } from '../rate-budget/queue-full-error.ts';
import type { RateLimitError } from './rate-limit-error.ts';
import type { RequestError } from './request-error.ts';
import type { ResponseParseError } from './response-parse-error.ts';
import type { ServerError } from './server-error.ts';
import type { TimeoutError } from './timeout-error.ts';
import type { ValidationError } from './validation-error.ts';

/** Every error that a call can reject with of its own, to `switch` over by `kind`. */
export type AnyClientError =
  | (ApiError & { readonly kind: 'api' })
  | AuthenticationError
  | BadRequestError
  | ConflictError
  | ConnectionError
  | NotFoundError
  | PermissionError
  | QueueFullError
  | RateLimitError
  | RequestError
  | ResponseParseError
  | ServerError
  | TimeoutError
  | ValidationError;

/** Tells whether an error is one of {@link AnyClientError}. */
export function isClientError(error: unknown): error is AnyClientError {
  return error instanceof ClientError;
}
