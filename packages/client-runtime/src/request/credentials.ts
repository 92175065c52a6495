import type { ApiClientOptions, SecretSource } from '../api-client-options.ts';
import type { ApiDescription, ApiKeyScheme, OperationSpec } from '../operation-spec.ts';
import { ownProperty } from '../own-property.ts';
import { setHeader, type HeaderRecord } from './headers.ts';

/** A token or key, and where it travels. */
export interface Credential extends ApiKeyScheme {
  /** The client's option that it is from, for errors. */
  readonly option: string;
  readonly source: SecretSource;
}

/**
 * Lists what an operation accepts and the client has.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function credentialsOf(
  { apiKeys: accepted = [] }: Pick<OperationSpec, 'apiKeys'>,
  { apiKeys: schemes }: ApiDescription,
  { accessToken, apiKeys }: ApiClientOptions<string>,
): Credential[] {
  const credentials: Credential[] = [];
  const add = (option: string, scheme?: ApiKeyScheme, source?: SecretSource) => {
    if (scheme && source !== undefined) credentials.push({ ...scheme, option, source });
  };
  add('accessToken', { in: 'header', name: 'authorization' }, accessToken);
  for (const name of accepted)
    add(`apiKeys.${name}`, ownProperty(schemes, name), ownProperty(apiKeys, name));
  return credentials;
}

/** Reads the secret of each credential; gives a promise only where one of them does. */
export function readSecrets(credentials: readonly Credential[]): string[] | Promise<string[]> {
  const values = credentials.map(({ source }) =>
    typeof source === 'function' ? source() : source,
  );
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as string[]);
}

/**
 * Adds each credential with its secret to a request; an `Authorization` that the caller gave stays.
 *
 * @returns the URL with what belongs there
 * @throws TypeError if a secret is not what can be sent
 */
export function addCredentials(
  url: string,
  headers: HeaderRecord,
  credentials: readonly Credential[],
  secrets: readonly string[],
): string {
  credentials.forEach(({ in: location, name, option }, index) => {
    const secret = secrets[index] as string;
    // Most often a line break from a file; `fetch` would refuse it too, but show it in the message.
    if (!/^[\x21-\x7e]+$/.test(secret ?? ''))
      throw new TypeError(`${option}: expected visible ASCII characters and no spaces`);
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(secret)}`;
    if (location === 'query') url += (url.includes('?') ? '&' : '?') + pair;
    else if (location === 'cookie')
      headers['cookie'] = (headers['cookie'] ? `${headers['cookie']}; ` : '') + pair;
    else if (option !== 'accessToken') setHeader(headers, name, secret);
    else headers[name] ??= `Bearer ${secret}`;
  });
  return url;
}
