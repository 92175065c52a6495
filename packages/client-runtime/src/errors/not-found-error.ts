import { ApiError } from './api-error.ts';

/** What the request names is not there, or not any more (404, 410): look for its id anew. */
export class NotFoundError extends ApiError {
  static override readonly errorTag: string = 'NotFound';
  declare readonly kind: 'not-found';
}
