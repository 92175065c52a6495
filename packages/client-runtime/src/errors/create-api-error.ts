import { ApiError } from './api-error.ts';
import { AuthenticationError } from './authentication-error.ts';
import { BadRequestError } from './bad-request-error.ts';
import type { AnswerHead, CallProgress } from './client-error.ts';
import { ConflictError } from './conflict-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { isPassing } from '../retry/is-passing.ts';
import { PermissionError } from './permission-error.ts';
import { RateLimitError } from './rate-limit-error.ts';
import { ServerError } from './server-error.ts';

const classes: Readonly<Record<number, typeof ApiError>> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  410: NotFoundError,
  429: RateLimitError,
};

/** Makes an error of the class that an answer's status asks for. */
export function createApiError(call: CallProgress, head: AnswerHead, body: unknown): ApiError {
  const { status } = head;
  const isServers = status >= 500 || isPassing(status);
  const standard = isServers ? ServerError : status >= 400 ? BadRequestError : ApiError;
  return new (classes[status] ?? standard)(call, head, body);
}
