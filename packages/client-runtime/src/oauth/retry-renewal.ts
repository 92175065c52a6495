import type { OAuthError } from './oauth-error.ts';
import { OAuthRevokedError } from './oauth-revoked-error.ts';
import { OAuthUnavailableError } from './oauth-unavailable-error.ts';

/** Of one renewal. */
const attempts = 3;
/** In ms, as all that follow. */
const firstBackoff = 500;
/** Callers wait meanwhile; a server that wants more time is asked by a later call. */
const longestWait = 5_000;
/** What another process may need to save the token that made ours invalid. */
const savingTime = 1_000;
const shortestPause = 1_000;
/** A slip of the server must not keep us away for good. */
const longestPause = 3_600_000;

/**
 * Decides how long to wait before a renewal tries again; `undefined` where it is to fail.
 *
 * @param attempt - How many attempts there were.
 * @param canReload - Whether there may be another refresh token by then.
 */
export function delayBeforeRetry(
  error: OAuthError,
  attempt: number,
  canReload: boolean,
): number | undefined {
  if (attempt >= attempts) return undefined;
  if (error instanceof OAuthRevokedError) return canReload ? savingTime : undefined;
  if (!(error instanceof OAuthUnavailableError)) return undefined;
  const { retryAfter = 0 } = error;
  if (retryAfter > longestWait) return undefined;
  return retryAfter + Math.random() * firstBackoff * 2 ** (attempt - 1);
}

/** Decides how long the same refresh token is not sent again after a renewal has failed. */
export function pauseAfter(error: OAuthError): number {
  if (error instanceof OAuthRevokedError) return Infinity;
  const { retryAfter = 0 } = error as Partial<OAuthUnavailableError>;
  return Math.min(Math.max(retryAfter, shortestPause), longestPause);
}
