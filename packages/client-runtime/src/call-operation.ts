import type { ApiClientOptions, CallOptions } from './api-client-options.ts';
import type { WithResponse } from './api-promise.ts';
import { longestDelay, runUntilDeadline } from './deadline.ts';
import { idsOf, type CallProgress, type ClientError } from './errors/client-error.ts';
import { ConnectionError } from './errors/connection-error.ts';
import { TimeoutError } from './errors/timeout-error.ts';
import type { Hooks } from './hooks/hooks.ts';
import { report } from './hooks/report.ts';
import type { OperationSpec } from './operation-spec.ts';
import { ownProperty } from './own-property.ts';
import { isTransportFailure, redactHead } from './redact.ts';
import { addCredentials, readSecrets, type Credential } from './request/credentials.ts';
import { addHeaders, type HeaderRecord } from './request/headers.ts';
import { writeRequest, type WrittenRequest } from './request/write-request.ts';
import { readBody } from './response/read-body.ts';
import { retryDelay } from './retry/retry-delay.ts';
import { sleep } from './retry/sleep.ts';

/** An operation of a client. */
export interface ClientOperation {
  /** The client's method. */
  readonly name: string;
  readonly spec: OperationSpec;
  readonly options: ApiClientOptions<string>;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Sent with every request. */
  readonly headers: HeaderRecord;
  readonly credentials: readonly Credential[];
}

/** Tells the hooks of a call. */
type Tell = <Name extends keyof Hooks>(
  name: Name,
  event: Omit<EventOf<Name>, 'call' | 'attempt'>,
) => void;
type EventOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];

/** Calls an operation: everything that the methods of a client do. */
export async function callOperation(
  operation: ClientOperation,
  input: Readonly<Record<string, unknown>>,
  callOptions: CallOptions,
): Promise<WithResponse<unknown>> {
  const { name, spec, options, credentials } = operation;
  const { method, path, idempotency } = spec;
  const { validation, rateBudget } = options;
  const startedAt = performance.now();
  const call: CallProgress = { operation: name, method, path, attempts: 0, startedAt };
  const tell: Tell = (event, details) => {
    if (options.hooks)
      report(options.hooks, event, { call, attempt: call.attempts, ...details } as never);
  };
  try {
    const { attempts, timeout, attemptTimeout, signal } = limitsOf(callOptions, options);
    const run = createRun(call, timeout, signal);
    signal?.throwIfAborted();

    const given = { input, defaults: options.parameters };
    const unmarked = ownProperty(input, 'body');
    const body = idempotency ? idempotency(call, unmarked) : unmarked;
    if (validation) await run(async () => validation.request(call, { spec, body, ...given }));
    const request = writeRequest(call, spec, given, body);
    Object.assign(request.headers, operation.headers);
    addHeaders(request.headers, callOptions.headers);

    const isRepeatable = spec.repeatable ?? !!call.idempotencyKey;
    const most = request.content.duplex ? 1 : attempts;
    for (;;) {
      // What fails here is not ours to repeat, even where it is an error of a client like this one.
      const secrets = await readSecrets(credentials, run);
      if (rateBudget) await run(async (ended) => rateBudget.acquire(ended, call));
      try {
        const ready = { ...operation, call, tell, request, given: secrets };
        const answer = await run((ended) => sendOnce(ready, ended), attemptTimeout);
        tell('success', { duration: answer.response.duration });
        return answer;
      } catch (error) {
        // What a call is aborted with may look like a failure that passes: the error of another call.
        signal?.throwIfAborted();
        const delay =
          call.attempts < most ? retryDelay(error, call.attempts, isRepeatable) : Infinity;
        if (delay >= Math.min(timeout - elapsed(call), longestDelay)) throw error;
        tell('retry', { error: error as ClientError, delay });
        await run((ended) => sleep(delay, ended));
      }
    }
  } catch (error) {
    tell('error', { error });
    throw error;
  }
}

/** How long and how often a call may be tried. */
interface Limits {
  readonly attempts: number;
  readonly timeout: number;
  readonly attemptTimeout: number;
  readonly signal: AbortSignal | undefined;
}

/** @throws TypeError if one is too small or not a number */
function limitsOf(call: CallOptions, client: ApiClientOptions<string>): Limits {
  const limit = (name: 'attempts' | 'timeout' | 'attemptTimeout', standard: number, least = 0) => {
    const value = call[name] ?? client[name] ?? standard;
    if (!(value >= least)) throw new TypeError(`${name}: expected ${least} or more, got ${value}`);
    return value || Infinity;
  };
  return {
    attempts: limit('attempts', 4, 1),
    timeout: limit('timeout', 120_000),
    attemptTimeout: limit('attemptTimeout', 30_000),
    signal: call.signal,
  };
}

/** Runs what a call has to wait for, until that takes longer than the call, or than `limit`, or the caller aborts. */
type Run = <Result>(
  task: (ended: AbortSignal) => Promise<Result>,
  limit?: number,
) => Promise<Result>;

function createRun(call: CallProgress, timeout: number, signal: AbortSignal | undefined): Run {
  return (task, limit = Infinity) => {
    const left = timeout - elapsed(call);
    return runUntilDeadline(task, Math.min(left, limit), signal, () =>
      limit < left
        ? new TimeoutError(call, limit, 'attempt')
        : new TimeoutError(call, timeout, 'call'),
    );
  };
}

/** A call whose request is ready to be sent. */
interface ReadyCall extends ClientOperation {
  readonly call: CallProgress;
  readonly tell: Tell;
  readonly request: WrittenRequest;
  /** The secrets of its credentials, in their order. */
  readonly given: readonly string[];
}

async function sendOnce(
  { call, spec, request, credentials, given, tell, options, baseUrl }: ReadyCall,
  signal: AbortSignal,
): Promise<WithResponse<unknown>> {
  const { int64, rateBudget, validation, fetch = globalThis.fetch } = options;
  call.attempts += 1;
  const url = baseUrl + request.path;
  const sent = { ...request.headers };
  tell('request', { url, headers: sent });
  // A hook that keeps its event must not see the credentials.
  const authorised = { url, headers: { ...sent } };
  addCredentials(authorised, credentials, given);
  // The caller may have written a token into a header of its own.
  const secrets = given.concat(sent['authorization']?.split(' ') ?? []);
  const sentAt = performance.now();
  let response: Response;
  try {
    response = await fetch(authorised.url, {
      method: spec.method,
      headers: authorised.headers,
      signal,
      // To whatever host a redirect names, `fetch` would send an API key in a header, and the body.
      redirect: 'manual',
      ...request.content,
    });
  } catch (error) {
    throw isTransportFailure(error) ? new ConnectionError(call, error, secrets) : error;
  }
  // A `fetch` that ignores its signal may answer after everything has gone on without it; an answer that nobody reads keeps
  // its connection.
  if (signal.aborted) await response.body?.cancel();
  signal.throwIfAborted();
  const duration = performance.now() - sentAt;
  const { status, headers } = response;
  rateBudget?.observe(status, headers, duration);
  call.head = () => redactHead(response, secrets);
  if (options.hooks) tell('response', { status, headers: call.head().headers, duration });
  const { exact, value: data } = await readBody(call, response, spec, int64, secrets);
  await validation?.response(call, { spec, status, body: exact });
  return {
    data,
    response: {
      status,
      headers,
      ...idsOf(headers),
      attempts: call.attempts,
      duration: Math.round(elapsed(call)),
    },
  };
}

function elapsed({ startedAt }: CallProgress): number {
  return performance.now() - startedAt;
}
