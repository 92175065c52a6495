import { ownProperty } from '../own-property.ts';
import { redact } from '../redact.ts';
import { readRetryAfter } from '../retry/retry-after.ts';
import { OAuthConfigurationError } from './oauth-configuration-error.ts';
import type { OAuthError } from './oauth-error.ts';
import { OAuthRevokedError } from './oauth-revoked-error.ts';
import { OAuthUnavailableError } from './oauth-unavailable-error.ts';
import { isSecret } from './secret.ts';

/** An answer of the token endpoint, read to its end. */
export interface TokenResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What a success may bring. */
export interface NewTokens {
  /** Where there is one, the one that was sent has ended. */
  readonly refreshToken: string | undefined;
  readonly accessToken: string | undefined;
  /** Of the access token, in ms. */
  readonly lifetime: number;
}

/** Where an answer does not say how long its token lives: short, as a renewal does no harm. */
const assumedLifetime = 300_000;

/**
 * Reads the tokens of a success, as far as they can be used.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 */
export function readTokens({ status, text }: TokenResponse): NewTokens {
  const body = isSuccess(status) ? parseObject(text) : undefined;
  const accessToken = ownProperty(body, 'access_token');
  const refreshToken = ownProperty(body, 'refresh_token');
  const lifetime = readSeconds(ownProperty(body, 'expires_in')) * 1000;
  return {
    refreshToken: isSecret(refreshToken) ? refreshToken : undefined,
    accessToken: isSecret(accessToken) ? accessToken : undefined,
    lifetime: lifetime > 0 ? lifetime : assumedLifetime,
  };
}

/** Some servers write numbers as strings; `Number` of anything else could throw. */
function readSeconds(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The statuses below 500 that say nothing of the request. */
const passing = /* @__PURE__ */ new Set([408, 423, 425, 429, 477]);

/**
 * Makes the error for an answer that brings no access token, by what there is to do about it.
 *
 * @param secrets - What the answer might repeat.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
export function createRefusal(
  { status, headers, text }: TokenResponse,
  secrets: readonly string[],
): OAuthError {
  const body = parseObject(text);
  const show = (value: unknown): string | undefined =>
    typeof value === 'string' ? printable(redact(value, secrets)) : undefined;
  const property = (name: string) => show(ownProperty(body, name));
  const code = ownCode(property('status')) ?? property('error') ?? property('category');
  const answer = {
    status,
    code,
    correlationId: property('correlationId') ?? show(headers.get('x-hubspot-correlation-id')),
    retryAfter: readRetryAfter(headers),
  };
  const detail = property('error_description') ?? property('message');
  const said = [status, code, detail && `(${detail})`].filter(Boolean).join(' ');

  if (status >= 500 || passing.has(status)) {
    return new OAuthUnavailableError(
      `OAuth: the token endpoint failed: ${said}; try again later`,
      answer,
    );
  }
  if (code === 'BAD_REFRESH_TOKEN' || code === 'invalid_grant') {
    return new OAuthRevokedError(
      `OAuth: the refresh token is revoked, used up or another app's: ${said}; let the user connect again`,
      answer,
    );
  }
  if (isSuccess(status)) {
    return new OAuthUnavailableError(
      `OAuth: the token endpoint gave no usable access_token: ${said}; try again later, or check tokenUrl`,
      answer,
    );
  }
  return new OAuthConfigurationError(
    `OAuth: the token endpoint refused: ${said}; check clientId, clientSecret and tokenUrl`,
    answer,
  );
}

/** HubSpot's own code says more than that of RFC 6749; its other errors have `"status": "error"`. */
function ownCode(status: string | undefined): string | undefined {
  return status?.startsWith('BAD_') ? status : undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** A server's words must not break or flood the log that they end up in. */
function printable(text: string): string {
  return text.slice(0, 300).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
