import type { ApiClientOptions, SecretSource } from '../api-client-options.ts';
import type { OperationSpec, ApiDescription } from '../operation-spec.ts';
import { ownProperty } from '../own-property.ts';
import { setHeader, type HeaderRecord } from './headers.ts';

/** A token or key, and where it travels. */
export interface Credential {
  readonly in: 'query' | 'header' | 'cookie';
  readonly name: string;
  /** What stands in front of the secret. */
  readonly prefix: string;
  /** The client's option that it is from, for errors. */
  readonly option: string;
  readonly source: SecretSource;
}

/** Lists what an operation accepts and the client has. */
export function credentialsOf(
  { apiKeys: accepted = [] }: OperationSpec,
  { apiKeys: schemes }: ApiDescription,
  { accessToken, apiKeys }: ApiClientOptions<string>,
): Credential[] {
  const keys = accepted.flatMap((name) => {
    const scheme = ownProperty(schemes, name);
    const source = ownProperty(apiKeys, name);
    return scheme && source !== undefined
      ? [{ ...scheme, prefix: '', option: `apiKeys.${name}`, source }]
      : [];
  });
  return accessToken === undefined ? keys : [bearer(accessToken), ...keys];
}

/** @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export function bearer(source: SecretSource): Credential {
  return { in: 'header', name: 'authorization', prefix: 'Bearer ', option: 'accessToken', source };
}

/** Reads the secret of each credential; gives a promise only where one of them does. */
export function readSecrets(credentials: readonly Credential[]): string[] | Promise<string[]> {
  const values = credentials.map(({ source }) =>
    typeof source === 'function' ? source() : source,
  );
  return values.some((value) => typeof value !== 'string')
    ? Promise.all(values)
    : (values as string[]);
}

/** Where credentials are put. */
export interface Authorised {
  readonly url: string;
  readonly headers: HeaderRecord;
}

/**
 * Adds each credential with its secret; an `Authorization` that the caller gave stays.
 *
 * @throws TypeError if a secret is not what can be sent
 */
export function addCredentials(
  { url, headers }: Authorised,
  credentials: readonly Credential[],
  secrets: readonly string[],
): Authorised {
  let authorisedUrl = url;
  const authorised = Object.assign(Object.create(null), headers) as HeaderRecord;
  credentials.forEach(({ in: location, name, prefix, option }, index) => {
    const secret = secrets[index];
    // Most often a line break from a file; `fetch` would refuse it too, but show it in the message.
    if (typeof secret !== 'string' || !/^[\x21-\x7e]+$/.test(secret))
      throw new TypeError(`${option}: expected visible ASCII characters and no spaces`);
    if (location === 'header') {
      if (prefix === '' || !(name in headers)) setHeader(authorised, name, prefix + secret);
      return;
    }
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(secret)}`;
    if (location === 'query') authorisedUrl += (authorisedUrl.includes('?') ? '&' : '?') + pair;
    else authorised['cookie'] = [headers['cookie'], pair].filter(Boolean).join('; ');
  });
  return { url: authorisedUrl, headers: authorised };
}
