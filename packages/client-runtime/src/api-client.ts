import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import type { ApiClientOptions, CallOptions } from './api-client-options.ts';
import { bearerAuthentication } from './authentication.ts';
import { callOperation, type ClientContext } from './call-operation.ts';
import { addHeaders } from './headers.ts';
import type { OperationTable } from './operation-table.ts';
import { warnBeforeEnd } from './warn-before-end.ts';

/**
 * A client: a method for each operation, and the openapi-fetch client that they all go through.
 *
 * @typeParam Operations - The methods, as generated.
 * @typeParam Paths - The `paths` that openapi-typescript emits.
 */
export type ApiClient<Operations, Paths extends object> = Operations & {
  /**
   * The openapi-fetch client for the same paths, with the same base URL, access token and headers.
   * It returns errors rather than throwing them, validates nothing, sends no API key, has no timeout
   * and rounds integers as `JSON.parse` does. Middleware given to its `use` sees the requests of the
   * operations too.
   *
   * @see https://openapi-ts.dev/openapi-fetch/
   */
  readonly raw: FetchClient<Paths>;
};

/**
 * Makes a client of an operation table. Generated code calls this, and states the types.
 *
 * Redirects are not followed, they reject as an `ApiError`: `fetch` would send an API key in a
 * header, and the body, to whatever host a redirect names.
 *
 * @throws TypeError if the base URL or a header is not valid
 */
export function createApiClient<Operations extends object, Paths extends object>(
  table: OperationTable,
  options: ApiClientOptions<string> = {},
): ApiClient<Operations, Paths> {
  const { apiVersion } = table;
  if (apiVersion && options.warnBeforeEnd !== false) warnBeforeEnd(apiVersion, Date.now());
  const fetch = (request: Request) => (options.fetch ?? globalThis.fetch)(request);
  const raw = createFetchClient<Paths>({
    baseUrl: checkBaseUrl(options.baseUrl ?? table.baseUrl),
    fetch,
    headers: addHeaders(new Headers(), options.headers),
    redirect: 'manual',
  });
  if (options.accessToken !== undefined) raw.use(bearerAuthentication(options.accessToken));

  const context = { table, options, fetch, request: raw.request as ClientContext['request'] };
  const methods = Object.entries(table.operations).map(([name, spec]) => [
    name,
    (input: Record<string, unknown> = {}, callOptions: CallOptions = {}) =>
      callOperation(context, name, spec, input, callOptions),
  ]);
  // Not by assignments, which would take the name `__proto__` for something else.
  const client: object = Object.fromEntries(methods);
  return Object.defineProperty(client, 'raw', { value: raw }) as ApiClient<Operations, Paths>;
}

/** Refuses early what `fetch` would refuse later, in a message that shows the whole URL. */
function checkBaseUrl(baseUrl: string): string {
  try {
    new Request(baseUrl);
  } catch {
    throw new TypeError('baseUrl: expected an absolute URL without credentials');
  }
  return baseUrl;
}
