import type { Middleware } from 'openapi-fetch';
import type { ApiClientOptions, SecretSource } from './api-client-options.ts';
import type { OperationSpec, OperationTable } from './operation-table.ts';
import { ownProperty } from './own-property.ts';
import { createParameter, type Argument } from './parameter.ts';

/** Adds the access token to every request that has no `Authorization` yet. */
export function bearerAuthentication(accessToken: SecretSource): Middleware {
  return {
    async onRequest({ request }) {
      if (request.headers.has('authorization')) return;
      const token = await readSecret('accessToken', accessToken);
      request.headers.set('authorization', `Bearer ${token}`);
    },
  };
}

/** An API key is sent as one more parameter. */
export interface ApiKeyArgument extends Argument {
  readonly value: string;
}

/** Reads the API keys that an operation accepts and the client has. */
export async function readApiKeys(
  { apiKeys: accepted = [] }: OperationSpec,
  { apiKeys: schemes }: OperationTable,
  { apiKeys: sources }: ApiClientOptions<string>,
): Promise<ApiKeyArgument[]> {
  const keys: ApiKeyArgument[] = [];
  for (const name of accepted) {
    const scheme = ownProperty(schemes, name);
    const source = ownProperty(sources, name);
    if (scheme === undefined || source === undefined) continue;
    const value = await readSecret(`apiKeys.${name}`, source);
    keys.push({ parameter: createParameter(scheme.in, scheme.name), value });
  }
  return keys;
}

async function readSecret(option: string, source: SecretSource): Promise<string> {
  const secret = typeof source === 'function' ? await source() : source;
  // Most often a line break from a file; `fetch` would refuse it too, but show it in the message.
  if (typeof secret !== 'string' || !/^[\x21-\x7e]+$/.test(secret)) {
    throw new TypeError(`${option}: expected visible ASCII characters and no spaces`);
  }
  return secret;
}
