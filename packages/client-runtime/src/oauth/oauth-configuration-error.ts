import { OAuthError } from './oauth-error.ts';

/**
 * The settings are wrong: an option cannot be used, or the token endpoint does not accept the client. Remedy: fix
 * `clientId`, `clientSecret` or `tokenUrl`; neither waiting nor connecting again will help.
 */
export class OAuthConfigurationError extends OAuthError {
  static override readonly tag: string = 'OAuthConfigurationError';
  readonly kind = 'oauth-configuration' as const;
}
