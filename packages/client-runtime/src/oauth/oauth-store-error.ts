import { OAuthError } from './oauth-error.ts';

/**
 * A function that was given to {@link createOAuth} failed. Remedy: look at what it calls; `cause` is a copy of what it
 * threw, without secrets. No token is lost: what `save` did not take is given to it again before the next use.
 */
export class OAuthStoreError extends OAuthError {
  static override readonly tag: string = 'OAuthStoreError';
  readonly kind = 'oauth-store' as const;
  /** The option that holds the function. */
  declare readonly option: 'clientSecret' | 'refreshToken' | 'save';

  constructor(option: OAuthStoreError['option'], cause: Error) {
    super(`OAuth: ${option}() failed: ${cause.message}; look at what it calls`, undefined, {
      cause,
    });
    this.option = option;
  }
}
