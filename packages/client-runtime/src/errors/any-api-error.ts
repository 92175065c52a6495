import type { ApiError } from './api-error.ts';
import type { AuthenticationError } from './authentication-error.ts';
import type { BadRequestError } from './bad-request-error.ts';
import type { ConflictError } from './conflict-error.ts';
import type { NotFoundError } from './not-found-error.ts';
import type { PermissionError } from './permission-error.ts';
import type { RateLimitError } from './rate-limit-error.ts';
import type { ServerError } from './server-error.ts';

/** Every error that says what the server answered, to `switch` over by `kind`. */
export type AnyApiError =
  | (ApiError & { readonly kind: 'api' })
  | AuthenticationError
  | BadRequestError
  | ConflictError
  | NotFoundError
  | PermissionError
  | RateLimitError
  | ServerError;

/**
 * The same, of one operation.
 *
 * @typeParam Body - What the API's description declares as the body of the operation's failures.
 */
export type AnyApiErrorOf<Body> = AnyApiError & { readonly body: Body | string | undefined };
