import type { ApiError } from './api-error.ts';
import { hasClientErrorBrand } from './client-error.ts';
import type { ConnectionError } from './connection-error.ts';
import type { RequestError } from './request-error.ts';
import type { ResponseParseError } from './response-parse-error.ts';
import type { TimeoutError } from './timeout-error.ts';
import type { ValidationError } from './validation-error.ts';

/** Every error of this package, to `switch` over by `kind`. */
export type AnyClientError =
  ApiError | ConnectionError | RequestError | ResponseParseError | TimeoutError | ValidationError;

/** Tells whether an error is one of this package, or of another copy of it. */
export function isClientError(error: unknown): error is AnyClientError {
  return hasClientErrorBrand(error);
}
