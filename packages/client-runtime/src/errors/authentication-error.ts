import { ApiError } from './api-error.ts';

/** The credentials are missing, wrong or have expired (401): get new ones. */
export class AuthenticationError<Body = unknown> extends ApiError<Body> {
  static override readonly errorTag: string = 'Authentication';
  declare readonly kind: 'authentication';
}
