import { runUntilDeadline } from '../deadline.ts';
import { redactError } from '../redact.ts';
import { holdAccessToken, type AccessToken } from './access-token.ts';
import type { OAuthError } from './oauth-error.ts';
import type { OAuthOptions } from './oauth-options.ts';
import { OAuthUnavailableError } from './oauth-unavailable-error.ts';
import { startStopwatch } from './stopwatch.ts';
import { createRefusal, readTokens, type TokenResponse } from './token-response.ts';

/** What an answer of the token endpoint comes to, or that there was none. */
export type TokenAnswer =
  | { readonly refreshToken: string; readonly accessToken: AccessToken; readonly error?: undefined }
  | { readonly refreshToken: string; readonly accessToken?: undefined; readonly error: OAuthError };

const defaultTokenUrl = 'https://api.hubapi.com/oauth/2026-03/token';
const defaultAttemptTimeout = 10_000;

/**
 * Sends one token request. The refresh token of the result is the one to send from now on, whatever else the answer is
 * worth.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export async function requestTokens(
  options: OAuthOptions,
  { clientSecret, refreshToken }: { readonly clientSecret: string; readonly refreshToken: string },
): Promise<TokenAnswer> {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: options.clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  });
  const secrets = [clientSecret, refreshToken].flatMap((secret) => [secret, formEncode(secret)]);
  // The life of a token begins before its answer arrives.
  const age = startStopwatch();
  let response;
  try {
    response = await send(options, form.toString());
  } catch (cause) {
    return { refreshToken, error: createConnectionError(redactError(cause, secrets)) };
  }
  const tokens = readTokens(response);
  const newest = tokens.refreshToken ?? refreshToken;
  return tokens.accessToken === undefined
    ? { refreshToken: newest, error: createRefusal(response, secrets) }
    : {
        refreshToken: newest,
        accessToken: holdAccessToken(tokens.accessToken, tokens.lifetime, age),
      };
}

async function send(
  {
    tokenUrl = defaultTokenUrl,
    fetch = globalThis.fetch,
    attemptTimeout = defaultAttemptTimeout,
  }: OAuthOptions,
  body: string,
): Promise<TokenResponse> {
  const createTimeoutError = () => new Error(`no complete answer within ${attemptTimeout} ms`);
  return runUntilDeadline(
    async (signal) => {
      const response = await fetch(tokenUrl, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body,
        // A redirect could take the secrets to whatever host it names.
        redirect: 'manual',
        signal,
      });
      const { status, headers } = response;
      return { status, headers, text: await response.text() };
    },
    attemptTimeout,
    undefined,
    createTimeoutError,
  );
}

function createConnectionError(cause: Error): OAuthError {
  return new OAuthUnavailableError(
    `OAuth: the token endpoint did not answer: ${innermost(cause).message}; try again later`,
    undefined,
    { cause },
  );
}

/** For a text that repeats the form. */
function formEncode(secret: string): string {
  return new URLSearchParams([['', secret]]).toString().slice(1);
}

/** `fetch failed` says nothing; the reason is further down. */
function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}
