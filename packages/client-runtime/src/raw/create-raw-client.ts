import createFetchClient, { defaultPathSerializer, type Client } from 'openapi-fetch';
import type { ApiClientOptions } from '../api-client-options.ts';
import type { ApiDescription } from '../operation-spec.ts';
import { addCredentials, credentialsOf, readSecrets } from '../request/credentials.ts';
import { addHeaders, createHeaders } from '../request/headers.ts';
import { userAgentOf } from '../request/user-agent.ts';

/** An openapi-fetch client. @see https://openapi-ts.dev/openapi-fetch/ */
export type RawClient<Paths extends object> = Client<Paths>;

/** What of a client's options holds for raw calls too. */
export type RawClientOptions = Pick<
  ApiClientOptions,
  'accessToken' | 'baseUrl' | 'fetch' | 'headers'
>;

/**
 * Makes an openapi-fetch client for the paths of an API, for what no operation of the client does. It returns errors
 * rather than throwing them, sends each request once, validates nothing, sends no API key, has no timeout and rounds
 * integers as `JSON.parse` does.
 *
 * @typeParam Paths - The `paths` that openapi-typescript emits.
 * @see https://openapi-ts.dev/openapi-fetch/
 */
export function createRawClient<Paths extends object>(
  api: ApiDescription,
  options: RawClientOptions = {},
): RawClient<Paths> {
  const { baseUrl = api.baseUrl, headers } = options;
  const client = createFetchClient<Paths>({
    baseUrl,
    fetch: async (request: Request) => {
      const { fetch = globalThis.fetch } = options;
      const { url, method, headers: sent, body, signal } = request;
      return fetch(url, {
        method,
        headers: Object.fromEntries(sent),
        signal,
        redirect: 'manual',
        ...(body !== null && { body: await request.arrayBuffer() }),
      });
    },
    headers: addHeaders(userAgentOf(api), headers),
    pathSerializer: (path, parameters) => {
      for (const [name, value] of Object.entries(parameters)) {
        // As a segment of a path, these would lead to another one.
        if (/^\.{0,2}$/.test(`${value}`))
          throw new TypeError(`path parameter '${name}': expected a segment, got '${value}'`);
      }
      return defaultPathSerializer(path, parameters);
    },
    redirect: 'manual',
  });
  const credentials = credentialsOf(undefined, options);
  client.use({
    async onRequest({ request }) {
      const added = { url: request.url, headers: createHeaders() };
      addCredentials(added, credentials, await readSecrets(credentials, (read) => read()));
      for (const [name, value] of Object.entries(added.headers)) {
        if (!request.headers.has(name)) request.headers.set(name, value);
      }
    },
  });
  return client;
}
