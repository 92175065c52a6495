import type { AnyApiError, AnyApiErrorOf } from './any-api-error.ts';
import {
  ClientError,
  idsOf,
  type AnswerHead,
  type CallProgress,
  type OperationCall,
} from './client-error.ts';
import { readRetryAfter } from '../retry/retry-after.ts';

/**
 * The server answered with a status other than 2xx. Each status that asks for another remedy has a class of its own;
 * this one is for what is left, such as redirects, which are not followed.
 */
export class ApiError extends ClientError {
  static override readonly errorTag: string = 'Api';
  declare readonly kind: ApiErrorKind;
  /** The status code; a browser hides that of a redirect behind a 0. */
  declare readonly status: number;
  /** The API's own class of failure, such as `VALIDATION_ERROR`, from the body. */
  declare readonly category: string | undefined;
  declare readonly correlationId: string | undefined;
  /** How long to wait before calling again, in ms, where the answer says so. */
  declare readonly retryAfter: number | undefined;
  /**
   * The body: parsed if it is JSON, else its text, `undefined` if it was empty or did not arrive.
   * A proxy on the way may have written it, so expect any shape.
   */
  declare readonly body: unknown;
  /** The headers of the response. */
  declare readonly headers: Headers;

  constructor(call: OperationCall & Partial<CallProgress>, response: AnswerHead, body: unknown) {
    const { status, statusText, headers } = response;
    const category = stringProperty(body, 'category') ?? stringProperty(body, 'errorType');
    const correlationId = stringProperty(body, 'correlationId') ?? idsOf(headers).correlationId;
    const detail = stringProperty(body, 'message');
    super(
      call,
      // A server's words must not break or flood the log that they end up in.
      `${call.operation} failed: ${`${status} ${category ?? statusText}`.trim()}${
        correlationId ? ` (correlationId ${correlationId})` : ''
      }${detail ? `: ${detail}` : ''}`
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .slice(0, 400),
    );
    Object.assign(this, {
      status,
      category,
      correlationId,
      retryAfter: readRetryAfter(headers),
      body,
      headers,
    });
  }
}

/** The kinds of {@link ApiError} and its subclasses. */
export type ApiErrorKind =
  | 'api'
  | 'authentication'
  | 'bad-request'
  | 'conflict'
  | 'not-found'
  | 'permission'
  | 'rate-limit'
  | 'server';

/** Tells whether an error is an {@link ApiError}, and whether of a certain operation. */
export function isApiError(error: unknown, operation?: string): error is AnyApiError {
  return error instanceof ApiError && (operation === undefined || error.operation === operation);
}

/**
 * {@link isApiError} for the operations of one client. Generated code only states this type:
 * `export const isApiError: ApiErrorGuard<OperationErrors> = isAnyApiError`.
 *
 * @typeParam Errors - The body of each operation's failures, by operation.
 */
export interface ApiErrorGuard<Errors> {
  (error: unknown): error is AnyApiError;
  <Operation extends keyof Errors & string>(
    error: unknown,
    operation: Operation,
  ): error is AnyApiErrorOf<Errors[Operation]>;
}

/** A property of the body that is a text, `undefined` where there is none. */
export function stringProperty(body: unknown, name: string): string | undefined {
  const value = (Object(body) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
