import type { Problem } from './shape.ts';

/** Enough to act on; a hostile body could cause a problem for each of its bytes. */
const MAX_PROBLEMS = 20;

/** A request that the API refuses; the response says so in the API's own error shape. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status code. */
  readonly status: 400 | 401 | 404 | 405 | 413 | 415 | 500;
  /** What clients tell errors apart by, such as `VALIDATION_ERROR`. */
  readonly category: string;
  readonly problems: readonly Problem[];
  /** Response headers besides `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ApiError['status'],
    category: string,
    message: string,
    {
      problems = [],
      headers = {},
    }: { problems?: readonly Problem[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.category = category;
    this.problems = problems.slice(0, MAX_PROBLEMS);
    this.headers = headers;
  }

  /** The response body, with `correlationId` to find the request by. */
  toBody(correlationId: string): object {
    return {
      status: 'error',
      message: this.message,
      correlationId,
      category: this.category,
      ...(this.problems.length > 0 && { errors: this.problems }),
    };
  }
}

/** 400: the path, the query or the body breaks the operation's description. */
export function invalidInput(message: string, problems: readonly Problem[] = []): ApiError {
  return new ApiError(400, 'VALIDATION_ERROR', message, { problems });
}

/** 401 */
export function unauthenticated(message: string): ApiError {
  return new ApiError(401, 'INVALID_AUTHENTICATION', message, {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

/** 404 */
export function notFound(message: string): ApiError {
  return new ApiError(404, 'OBJECT_NOT_FOUND', message);
}

/** 405: the path exists, with `allowed` methods. */
export function methodNotAllowed(allowed: readonly string[]): ApiError {
  return new ApiError(
    405,
    'METHOD_NOT_ALLOWED',
    `This path takes ${allowed.join(', ')}; change the method of the request`,
    { headers: { Allow: allowed.join(', ') } },
  );
}

/** 413: the body has more than `limit` bytes. */
export function bodyTooLarge(limit: number): ApiError {
  return new ApiError(413, 'PAYLOAD_TOO_LARGE', `The body must not exceed ${limit} bytes`);
}

/** 415 */
export function unsupportedMediaType(): ApiError {
  return new ApiError(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'The body must be JSON; send it with Content-Type: application/json',
  );
}

/** 500: a bug of the sandbox. */
export function internalError(): ApiError {
  return new ApiError(500, 'INTERNAL_ERROR', 'The sandbox failed; its log has the reason');
}
