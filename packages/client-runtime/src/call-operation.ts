import type { ApiClientOptions, CallOptions } from './api-client-options.ts';
import { runUntilDeadline } from './deadline.ts';
import type { CallProgress, ClientError } from './errors/client-error.ts';
import { ConnectionError } from './errors/connection-error.ts';
import { TimeoutError } from './errors/timeout-error.ts';
import type { Hooks } from './hooks/hooks.ts';
import { report } from './hooks/report.ts';
import type { OperationSpec } from './operation-spec.ts';
import { ownProperty } from './own-property.ts';
import { isTransportFailure, redactError } from './redact.ts';
import { addCredentials, readSecrets, type Credential } from './request/credentials.ts';
import { addHeaders, type HeaderRecord } from './request/headers.ts';
import { writeRequest, type WrittenRequest } from './request/write-request.ts';
import type { Answer } from './response/answer.ts';
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
): Promise<Answer> {
  const { name, spec, options } = operation;
  const { method, path, idempotency } = spec;
  const startedAt = performance.now();
  const call: CallProgress = { operation: name, method, path, attempts: 0, startedAt };
  const tell: Tell = (event, details) =>
    report(options.hooks, event, { call, attempt: call.attempts, ...details } as never);
  try {
    const limits = limitsOf(callOptions, options);
    limits.signal?.throwIfAborted();
    const given = { input, defaults: options.parameters };
    const unmarked = ownProperty(input, 'body');
    const body = idempotency ? idempotency(call, unmarked) : unmarked;
    await options.validation?.request(call, { spec, body, ...given });
    const request = writeRequest(call, spec, given, body);
    Object.assign(request.headers, operation.headers);
    addHeaders(request.headers, callOptions.headers);
    const answer = await sendUntilAnswered({ ...operation, call, tell, request }, limits);
    tell('success', { duration: answer.duration });
    return answer;
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

/** @throws TypeError if one is negative or not a number */
function limitsOf(call: CallOptions, client: ApiClientOptions<string>): Limits {
  const limit = (name: 'attempts' | 'timeout' | 'attemptTimeout', standard: number) => {
    const value = call[name] ?? client[name] ?? standard;
    if (!(value >= 0)) throw new TypeError(`${name}: expected 0 or more, got ${value}`);
    return value || Infinity;
  };
  return {
    attempts: limit('attempts', 4),
    timeout: limit('timeout', 120_000),
    attemptTimeout: limit('attemptTimeout', 30_000),
    signal: call.signal,
  };
}

/** A call whose request is ready to be sent. */
interface ReadyCall extends ClientOperation {
  readonly call: CallProgress;
  readonly tell: Tell;
  readonly request: WrittenRequest;
}

/** Sends a request, and again where that may help and does no harm, until the call's time is over. */
async function sendUntilAnswered(ready: ReadyCall, limits: Limits): Promise<Answer> {
  const { call, spec, request, credentials, tell, options } = ready;
  const { attempts, timeout, attemptTimeout, signal } = limits;
  const isRepeatable = spec.repeatable ?? call.idempotencyKey !== undefined;
  const timeLeft = () => timeout - elapsed(call);
  const run = <Result>(task: (ended: AbortSignal) => Promise<Result>, limit = Infinity) => {
    const left = timeLeft();
    return runUntilDeadline(task, Math.min(left, limit), signal, () =>
      limit < left
        ? new TimeoutError(call, limit, 'attempt')
        : new TimeoutError(call, timeout, 'call'),
    );
  };

  for (;;) {
    try {
      const read = readSecrets(credentials);
      const secrets = read instanceof Promise ? await run(() => read) : read;
      const { rateBudget } = options;
      if (rateBudget) await run(async (ended) => rateBudget.acquire(ended, call));
      return await run((ended) => sendOnce(ready, secrets, ended), attemptTimeout);
    } catch (error) {
      const delay = retryDelay(error, call.attempts, isRepeatable);
      const isOver = call.attempts >= attempts || request.content?.duplex;
      if (delay === undefined || delay >= timeLeft() || isOver) throw error;
      tell('retry', { error: error as ClientError, delay });
      await run((ended) => sleep(delay, ended));
    }
  }
}

async function sendOnce(
  { call, spec, request, credentials, tell, options, baseUrl }: ReadyCall,
  secrets: readonly string[],
  signal: AbortSignal,
): Promise<Answer> {
  const { int64, rateBudget, validation, fetch = globalThis.fetch } = options;
  call.attempts += 1;
  const url = baseUrl + request.path;
  const headers = { ...request.headers };
  tell('request', { url, headers });
  const authorised = { url, headers: { ...headers } };
  addCredentials(authorised, credentials, secrets);
  const sentAt = performance.now();
  const response = await fetch(authorised.url, {
    method: spec.method,
    headers: authorised.headers,
    signal,
    // To whatever host a redirect names, `fetch` would send an API key in a header, and the body.
    redirect: 'manual',
    ...request.content,
  }).catch((error: unknown) => {
    throw isTransportFailure(error)
      ? new ConnectionError(call, redactError(error, secrets))
      : error;
  });
  // A `fetch` that ignores its signal may answer after everything has gone on without it.
  signal.throwIfAborted();
  const duration = performance.now() - sentAt;
  const { status } = response;
  call.headers = response.headers;
  rateBudget?.observe(status, response.headers, duration);
  tell('response', { status, headers: response.headers, duration });
  const { exact, value } = await readBody(call, response, spec, int64, secrets);
  await validation?.response(call, { spec, status, body: exact });
  return { data: value, response, attempts: call.attempts, duration: elapsed(call) };
}

function elapsed({ startedAt }: CallProgress): number {
  return performance.now() - startedAt;
}
