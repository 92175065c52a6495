import type { ApiClientOptions, SecretSource } from '../api-client-options.ts';
import type { ApiDescription, OperationSpec } from '../operation-spec.ts';
import { ownProperty } from '../own-property.ts';
import type { AddSecret } from './api-keys.ts';

/** A token or key, and how it is sent. */
export interface Credential {
  readonly add: AddSecret;
  readonly source: SecretSource;
  /** The client's option that it is from, for errors. */
  readonly option: string;
}

/** Lists what an operation accepts and the client has. */
export function credentialsOf(
  { apiKeys: accepted = [] }: Pick<OperationSpec, 'apiKeys'>,
  { apiKeys: schemes }: ApiDescription,
  { accessToken, apiKeys }: ApiClientOptions<string>,
): Credential[] {
  const credentials: Credential[] = [];
  const list = (option: string, add?: AddSecret, source?: SecretSource) => {
    if (add && source !== undefined) credentials.push({ add, source, option });
  };
  list('accessToken', addBearer, accessToken);
  for (const name of accepted)
    list(`apiKeys.${name}`, ownProperty(schemes, name), ownProperty(apiKeys, name));
  return credentials;
}

/**
 * An `Authorization` that the caller gave stays.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
const addBearer: AddSecret = ({ headers }, token) => {
  headers['authorization'] ??= `Bearer ${token}`;
};

/** Reads the secret of each credential; gives a promise only where one of them does. */
export function readSecrets(credentials: readonly Credential[]): string[] | Promise<string[]> {
  const values = credentials.map(({ source }) =>
    typeof source === 'function' ? source() : source,
  );
  if (values.every((value) => typeof value === 'string')) return values;
  const read = Promise.all(values);
  // A call that ends before it waits for them must not leave a rejection that nobody handles.
  read.catch(() => {});
  return read;
}

/**
 * Adds each credential with its secret to a request.
 *
 * @throws TypeError if a secret is not what can be sent
 */
export function addCredentials(
  request: Parameters<AddSecret>[0],
  credentials: readonly Credential[],
  secrets: readonly string[],
): void {
  credentials.forEach(({ add, option }, index) => {
    const secret = secrets[index] ?? '';
    // Most often a line break from a file; `fetch` would refuse it too, but show it in the message.
    if (!/^[\x21-\x7e]+$/.test(secret))
      throw new TypeError(`${option}: expected visible ASCII characters and no spaces`);
    add(request, secret);
  });
}
