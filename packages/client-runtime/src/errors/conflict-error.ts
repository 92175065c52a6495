import { ApiError } from './api-error.ts';

/** The request contradicts what is there (409): read the present state, then decide. */
export class ConflictError extends ApiError {
  static override readonly errorTag: string = 'Conflict';
  declare readonly kind: 'conflict';
}
