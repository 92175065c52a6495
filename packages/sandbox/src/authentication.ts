import { unauthenticated } from './api-error.ts';
import type { Store } from './store.ts';

/** Who is let in. */
export interface Credentials {
  /** The access tokens to accept. @defaultValue any */
  readonly accessTokens?: readonly string[];
  /** The developer keys to accept on channel operations. @defaultValue any */
  readonly developerKeys?: readonly string[];
  /** The app that may get access tokens, for the user that its refresh token stands for. @defaultValue any */
  readonly oauthApp?: OAuthApp;
}

/** An app that is registered for OAuth, and connected. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The first one; each token request replaces it. */
  readonly refreshToken: string;
}

/**
 * Lets a request pass, or not. `acceptsDeveloperKey` says whether a developer key does.
 *
 * @throws ApiError 401
 */
export type Authenticate = (
  request: { readonly headers: Headers; readonly query: URLSearchParams },
  acceptsDeveloperKey: boolean,
) => void;

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Makes what lets a request pass if it carries an access token; or, where `acceptsDeveloperKey`, a developer key and the
 * id of the app that it manages. No message repeats what was sent.
 */
export function createAuthenticate(
  { accessTokens, developerKeys, oauthApp }: Credentials,
  store: Store,
): Authenticate {
  // Who names an app wants to see its tokens at work.
  const otherTokens = accessTokens ?? (oauthApp && []);

  function isAccessToken(secret: string): boolean {
    const end = store.accessTokens.get(secret);
    return end === undefined ? isAccepted(secret, otherTokens) : store.now() < end;
  }

  return ({ headers, query }, acceptsDeveloperKey) => {
    const [, accessToken = ''] = BEARER.exec(headers.get('Authorization') ?? '') ?? [];
    if (isAccessToken(accessToken)) return;
    const developerKey = query.get('hapikey') ?? '';
    if (acceptsDeveloperKey && query.has('appId') && isAccepted(developerKey, developerKeys))
      return;
    throw unauthenticated(
      acceptsDeveloperKey
        ? 'No valid credentials; send Authorization: Bearer <token>, or hapikey and appId in the query'
        : 'No valid access token; send Authorization: Bearer <token>',
    );
  };
}

function isAccepted(secret: string, accepted: readonly string[] | undefined): boolean {
  return secret !== '' && (accepted?.includes(secret) ?? true);
}
