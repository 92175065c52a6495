import type { ApiClientOptions, SecretSource } from '../api-client-options.ts';
import type { OperationSpec } from '../operation-spec.ts';
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
  accepted: OperationSpec['apiKeys'] = {},
  { accessToken, apiKeys }: ApiClientOptions<string>,
): Credential[] {
  const keys = Object.entries(accepted).map(([name, add]) => ({
    option: `apiKeys.${name}`,
    source: ownProperty(apiKeys, name),
    add,
  }));
  return [{ option: 'accessToken', source: accessToken, add: addBearer }, ...keys].filter(
    (credential): credential is Credential => credential.source !== undefined,
  );
}

/**
 * An `Authorization` that the caller gave stays.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
const addBearer: AddSecret = ({ headers }, token) => {
  headers['authorization'] ??= `Bearer ${token}`;
};

/** Reads the secret of each credential; has `run` wait only where one has to be asked for. */
export function readSecrets(
  credentials: readonly Credential[],
  run: (task: () => Promise<string[]>) => Promise<string[]>,
): string[] | Promise<string[]> {
  const sources = credentials.map(({ source }) => source);
  return sources.every((source) => typeof source === 'string')
    ? sources
    : run(() =>
        Promise.all(sources.map((source) => (typeof source === 'function' ? source() : source))),
      );
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
    if (!/^[\x21-\x7e]+$/.test(secret)) throw new TypeError(`${option}: expected visible ASCII`);
    add(request, secret);
  });
}
