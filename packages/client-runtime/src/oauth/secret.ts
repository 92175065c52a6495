import { OAuthConfigurationError } from './oauth-configuration-error.ts';

/** Whether a value can be sent as a token or secret; most often it is a line break from a file that makes it none. */
export function isSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

/** @throws OAuthConfigurationError if the value of an option cannot be sent; it is not shown. */
export function checkSecret(option: string, value: unknown): string {
  if (isSecret(value)) return value;
  throw new OAuthConfigurationError(
    `OAuth: ${option}: expected visible ASCII characters and no spaces; check where it comes from`,
  );
}
