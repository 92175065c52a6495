import { OAuthConfigurationError } from './oauth-configuration-error.ts';
import type { OAuthOptions } from './oauth-options.ts';
import { checkSecret } from './secret.ts';

/** @throws OAuthConfigurationError if an option cannot be used; what functions give is checked when it is needed. */
export function checkOptions({
  clientId,
  clientSecret,
  refreshToken,
  tokenUrl,
  attemptTimeout = 0,
}: OAuthOptions): void {
  checkSecret('clientId', clientId);
  if (typeof clientSecret !== 'function') checkSecret('clientSecret', clientSecret);
  if (typeof refreshToken !== 'function') checkSecret('refreshToken', refreshToken);
  if (tokenUrl !== undefined && !isTokenUrl(tokenUrl)) {
    throw new OAuthConfigurationError(
      'OAuth: tokenUrl: expected an absolute http or https URL without a user or password',
    );
  }
  if (!(attemptTimeout >= 0)) {
    throw new OAuthConfigurationError(
      `OAuth: attemptTimeout: expected 0 ms or more, got ${attemptTimeout}`,
    );
  }
}

function isTokenUrl(tokenUrl: string): boolean {
  if (!URL.canParse(tokenUrl)) return false;
  const { protocol, username, password } = new URL(tokenUrl);
  return /^https?:$/.test(protocol) && username + password === '';
}
