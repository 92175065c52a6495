import type { ApiClientOptions, CallOptions } from './api-client-options.ts';
import { createApiPromise, type ApiPromise } from './api-promise.ts';
import { callOperation, type ClientOperation } from './call-operation.ts';
import type { ApiDescription, OperationTable } from './operation-spec.ts';
import { credentialsOf } from './request/credentials.ts';
import { addHeaders } from './request/headers.ts';
import { userAgentOf } from './request/user-agent.ts';
import { warnBeforeEnd } from './warn-before-end.ts';

/**
 * Makes a client: a method for each operation. Generated code calls this, and states the types.
 *
 * Redirects are not followed, they reject as an `ApiError`: `fetch` would send an API key in a header, and the body, to
 * whatever host a redirect names.
 *
 * @typeParam Operations - The methods, as generated.
 * @throws TypeError if the base URL or a header is not valid
 */
export function createApiClient<Operations extends object>(
  api: ApiDescription,
  operations: OperationTable,
  options: ApiClientOptions<string> = {},
): Operations {
  if (api.endNotice && options.warnBeforeEnd !== false) warnBeforeEnd(api.endNotice);
  const baseUrl = checkBaseUrl(options.baseUrl ?? api.baseUrl);
  const headers = addHeaders(userAgentOf(api), options.headers);
  const methods = Object.entries(operations).map(([name, spec]) => [
    name,
    createMethod({
      name,
      spec,
      options,
      baseUrl,
      headers,
      credentials: credentialsOf(spec.apiKeys, options),
    }),
  ]);
  // Not by assignments, which would take the name `__proto__` for something else.
  return Object.fromEntries(methods) as Operations;
}

type Input = Readonly<Record<string, unknown>>;

function createMethod(operation: ClientOperation) {
  const { paging } = operation.spec;
  return function call(input: Input = {}, options: CallOptions = {}): ApiPromise<unknown> {
    const promise = createApiPromise(callOperation(operation, input, options));
    return paging?.(promise, (more) => call({ ...input, ...more }, options)) ?? promise;
  };
}

/** Refuses early what `fetch` would refuse later, in a message that shows the whole URL. */
function checkBaseUrl(baseUrl: string): string {
  try {
    new Request(baseUrl);
  } catch {
    throw new TypeError('baseUrl: expected an absolute URL without credentials');
  }
  return baseUrl.replace(/\/+$/, '');
}
