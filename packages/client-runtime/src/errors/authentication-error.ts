import { ApiError } from './api-error.ts';

/** The credentials are missing, wrong or have expired (401): get new ones. */
export class AuthenticationError extends ApiError {
  static override readonly errorTag: string = 'Authentication';
  declare readonly kind: 'authentication';
}
