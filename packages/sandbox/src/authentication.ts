import { unauthenticated } from './api-error.ts';

/** Who is let in. */
export interface Credentials {
  /** The access tokens to accept. @defaultValue any */
  readonly accessTokens?: readonly string[];
  /** The developer keys to accept on channel operations. @defaultValue any */
  readonly developerKeys?: readonly string[];
}

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Lets a request pass if it carries an access token; or, where `acceptsDeveloperKey`, a developer key and the id of
 * the app that it manages.
 *
 * @throws ApiError 401 otherwise. No message repeats what was sent.
 */
export function authenticate(
  { headers, query }: { readonly headers: Headers; readonly query: URLSearchParams },
  acceptsDeveloperKey: boolean,
  { accessTokens, developerKeys }: Credentials,
): void {
  const [, accessToken = ''] = BEARER.exec(headers.get('Authorization') ?? '') ?? [];
  if (isAccepted(accessToken, accessTokens)) return;
  const developerKey = query.get('hapikey') ?? '';
  if (acceptsDeveloperKey && query.has('appId') && isAccepted(developerKey, developerKeys)) return;
  throw unauthenticated(
    acceptsDeveloperKey
      ? 'No valid credentials; send Authorization: Bearer <token>, or hapikey and appId in the query'
      : 'No valid access token; send Authorization: Bearer <token>',
  );
}

function isAccepted(secret: string, accepted: readonly string[] | undefined): boolean {
  return secret !== '' && (accepted?.includes(secret) ?? true);
}
