import type { ApiClientOptions, CallOptions } from './api-client-options.ts';
import { ApiError } from './api-error.ts';
import { readApiKeys } from './authentication.ts';
import type { OperationCall } from './client-error.ts';
import { runUntilDeadline } from './deadline.ts';
import { readFailure } from './failure-body.ts';
import { createRequestInit } from './operation-request.ts';
import type { OperationSpec, OperationTable } from './operation-table.ts';
import { validateRequest, validateResponse } from './operation-validators.ts';
import { ownProperty } from './own-property.ts';
import { collectArguments, groupArguments } from './parameter.ts';
import { readBody } from './read-body.ts';
import { send } from './send.ts';
import { TimeoutError } from './timeout-error.ts';

const defaultTimeout = 30_000;

/** What the operations of one client share. */
export interface ClientContext {
  readonly table: OperationTable;
  readonly options: ApiClientOptions<string>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** `request` of the openapi-fetch client, less the types of its paths. */
  readonly request: (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ readonly error?: unknown; readonly response: Response }>;
}

/** Calls an operation: everything that the methods of a client do. */
export function callOperation(
  client: ClientContext,
  name: string,
  spec: OperationSpec,
  input: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Promise<unknown> {
  const call: OperationCall = { operation: name, method: spec.method, path: spec.path };
  const timeout = options.timeout ?? client.options.timeout ?? defaultTimeout;
  const deadline = {
    timeout,
    signal: options.signal,
    createTimeoutError: () => new TimeoutError(call, timeout),
  };
  return runUntilDeadline(deadline, async (signal) => {
    const { int64 } = client.options;
    const validator = ownProperty(client.options.validators, spec.id ?? name);
    const args = collectArguments(spec, input, client.options.parameters);
    const body = ownProperty(input, 'body');
    await validateRequest(call, validator, groupArguments(args), body);

    const apiKeys = await readApiKeys(spec, client.table, client.options);
    const secrets = apiKeys.map(({ value }) => value);
    const { error, response } = await client.request(spec.method, spec.path, {
      ...createRequestInit(call, {
        args: [...args, ...apiKeys],
        mediaType: spec.body,
        body,
        headers: options.headers,
      }),
      signal,
      fetch: (request: Request) => send(call, request, client.fetch, secrets),
      // `readBody` reads it, as the errors of openapi-fetch do not say what was wrong.
      parseAs: 'stream',
    });
    if (!response.ok) {
      throw new ApiError(call, response, await readFailure(response, error, int64));
    }

    const { exact, value } = await readBody(call, response, spec, int64, secrets);
    await validateResponse(call, validator, response.status, exact);
    return value;
  });
}
