import { ClientError, hasClientErrorBrand, type OperationCall } from './client-error.ts';

/**
 * The server answered with a status other than 2xx.
 *
 * @typeParam Body - What the API's description declares as the body of the operation's failures.
 */
export class ApiError<Body = unknown> extends ClientError {
  override readonly name = 'ApiError';
  readonly kind = 'api' as const;
  /** The status code; redirects are not followed, and a browser hides theirs behind a 0. */
  readonly status: number;
  /** The API's own class of failure, such as `VALIDATION_ERROR`, from the body. */
  readonly category: string | undefined;
  /** What the API's support asks for, from the body or `x-hubspot-correlation-id`. */
  readonly correlationId: string | undefined;
  /** From `x-request-id`. */
  readonly requestId: string | undefined;
  /**
   * The body: parsed if it is JSON, else its text, `undefined` if it was empty or did not arrive.
   * A proxy on the way may have written it, so expect any shape.
   */
  readonly body: Body | string | undefined;
  /** The headers of the response. */
  readonly headers: Headers;

  constructor(call: OperationCall, response: Response, body: Body | string | undefined) {
    const { status, statusText, headers } = response;
    const category = stringProperty(body, 'category');
    const correlationId =
      stringProperty(body, 'correlationId') ?? headers.get('x-hubspot-correlation-id') ?? undefined;
    const detail = stringProperty(body, 'message');
    super(
      call,
      `${call.operation} failed: ${status} ${printable(category ?? statusText)}`.trimEnd() +
        (detail === undefined ? '' : `: ${printable(detail)}`) +
        (correlationId === undefined ? '' : ` (correlationId ${printable(correlationId)})`),
    );
    this.status = status;
    this.category = category;
    this.correlationId = correlationId;
    this.requestId = headers.get('x-request-id') ?? undefined;
    this.body = body;
    this.headers = headers;
  }
}

/**
 * Tells whether an error is an {@link ApiError}, also one from another copy of this package, and
 * whether of a certain operation.
 */
export function isApiError<Body = unknown>(
  error: unknown,
  operation?: string,
): error is ApiError<Body> {
  return (
    hasClientErrorBrand(error) &&
    error.kind === 'api' &&
    (operation === undefined || error.operation === operation)
  );
}

/**
 * {@link isApiError} for the operations of one client. Generated code only states this type:
 * `export const isApiError: ApiErrorGuard<OperationErrors> = isAnyApiError`.
 *
 * @typeParam Errors - The body of each operation's failures, by operation.
 */
export interface ApiErrorGuard<Errors> {
  (error: unknown): error is ApiError;
  <Operation extends keyof Errors & string>(
    error: unknown,
    operation: Operation,
  ): error is ApiError<Errors[Operation]>;
}

function stringProperty(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** A server's words must not break or flood the log that they end up in. */
function printable(text: string): string {
  return text.slice(0, 300).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
