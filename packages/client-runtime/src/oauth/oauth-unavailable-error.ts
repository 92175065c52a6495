import { OAuthError, type TokenEndpointAnswer } from './oauth-error.ts';

/**
 * The token endpoint gave no token, and may do so later: no connection, no answer in time, too many requests, a failure
 * of the server, an answer that is no token. Remedy: try again later.
 */
export class OAuthUnavailableError extends OAuthError {
  static override readonly tag: string = 'OAuthUnavailableError';
  readonly kind = 'oauth-unavailable' as const;
  /** How long to wait, in ms from the answer on, where the answer says so. */
  declare readonly retryAfter: number | undefined;

  constructor(
    message: string,
    answer?: TokenEndpointAnswer & { readonly retryAfter: number | undefined },
    options?: ErrorOptions,
  ) {
    super(message, answer, options);
    this.retryAfter = answer?.retryAfter;
  }
}
