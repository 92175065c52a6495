import { ApiError, type AnswerHead } from './api-error.ts';
import { AuthenticationError } from './authentication-error.ts';
import { BadRequestError } from './bad-request-error.ts';
import type { CallProgress } from './client-error.ts';
import { ConflictError } from './conflict-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { PermissionError } from './permission-error.ts';
import { RateLimitError } from './rate-limit-error.ts';
import { ServerError } from './server-error.ts';

/** Makes an error of the class that an answer's status asks for. */
export function createApiError(call: CallProgress, response: AnswerHead, body: unknown): ApiError {
  return new (classOf(response.status))(call, response, body);
}

function classOf(status: number): typeof ApiError {
  switch (status) {
    case 401:
      return AuthenticationError;
    case 403:
      return PermissionError;
    case 404:
    case 410:
      return NotFoundError;
    case 409:
      return ConflictError;
    case 429:
      return RateLimitError;
    case 408:
    case 423:
    case 425:
    case 477:
      return ServerError;
    default:
      if (status >= 500) return ServerError;
      return status >= 400 ? BadRequestError : ApiError;
  }
}
