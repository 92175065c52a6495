import { OAuthError } from './oauth-error.ts';

/**
 * The refresh token is no longer good: the user has disconnected the app, or another process has used up the token.
 * Remedy: let the user connect again. The token endpoint is not asked again until the refresh token is another.
 */
export class OAuthRevokedError extends OAuthError {
  static override readonly tag: string = 'OAuthRevokedError';
  readonly kind = 'oauth-revoked' as const;
}
