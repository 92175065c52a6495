import type { OAuthApp } from './authentication.ts';
import { jsonResponse } from './operation.ts';
import { readBytes } from './read-bytes.ts';
import type { Store } from './store.ts';

/** Where access tokens are requested. */
export const tokenPath = '/oauth/2026-03/token';

/** In seconds. */
const LIFETIME = 1800;

/** Why a token request is refused: by RFC 6749, in the API's own code, and for people. */
interface TokenRefusal {
  readonly error: string;
  readonly status: string;
  readonly message: string;
}

/**
 * Gives out an access token for a refresh token, and a new refresh token with it.
 *
 * @param app - Whose requests are accepted; without one, everybody's.
 * @throws ApiError 413 for more than 1 MiB.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export async function requestToken(
  request: Request,
  store: Store,
  app: OAuthApp | undefined,
): Promise<Response> {
  const form = new URLSearchParams(new TextDecoder().decode(await readBytes(request)));
  const refusal = refuseForm(form, store, app);
  if (refusal !== undefined) {
    const { message } = refusal;
    return jsonResponse(400, {
      ...refusal,
      error_description: message,
      correlationId: store.uuid(),
    });
  }
  store.refreshToken = store.uuid();
  const accessToken = store.uuid();
  store.accessTokens.set(accessToken, new Date(store.now().getTime() + LIFETIME * 1000));
  return jsonResponse(
    200,
    {
      access_token: accessToken,
      refresh_token: store.refreshToken,
      expires_in: LIFETIME,
      token_type: 'bearer',
    },
    { 'Cache-Control': 'no-store' },
  );
}

function refuseForm(
  form: URLSearchParams,
  store: Store,
  app: OAuthApp | undefined,
): TokenRefusal | undefined {
  const is = (name: string, expected: string | undefined) => {
    const value = form.get(name) ?? '';
    return value !== '' && (expected === undefined || value === expected);
  };
  if (!is('grant_type', 'refresh_token')) {
    return {
      error: 'unsupported_grant_type',
      status: 'BAD_GRANT_TYPE',
      message: 'No grant_type that this sandbox knows; send a form with grant_type=refresh_token',
    };
  }
  if (!is('client_id', app?.clientId)) {
    return {
      error: 'invalid_client',
      status: 'BAD_CLIENT_ID',
      message: 'No app has this client_id',
    };
  }
  if (!is('client_secret', app?.clientSecret)) {
    return {
      error: 'invalid_client',
      status: 'BAD_CLIENT_SECRET',
      message: 'The client_secret is not that of the app',
    };
  }
  if (!is('refresh_token', app && (store.refreshToken ?? app.refreshToken))) {
    return {
      error: 'invalid_grant',
      status: 'BAD_REFRESH_TOKEN',
      message: 'The refresh_token was replaced, or never given out; let the user connect again',
    };
  }
  return undefined;
}
