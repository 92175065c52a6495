import type { ApiClientOptions, CallOptions } from './api-client-options.ts';
import { runUntilDeadline } from './deadline.ts';
import type { CallProgress, ClientError } from './errors/client-error.ts';
import { ConnectionError } from './errors/connection-error.ts';
import { TimeoutError } from './errors/timeout-error.ts';
import { report } from './hooks/report.ts';
import type { OperationSpec } from './operation-spec.ts';
import { ownProperty } from './own-property.ts';
import { isTransportFailure, redactError } from './redact.ts';
import { addCredentials, readSecrets, type Credential } from './request/credentials.ts';
import { addHeaders, type HeaderRecord } from './request/headers.ts';
import { writeRequest, type WrittenRequest } from './request/write-request.ts';
import type { Answer } from './response/answer.ts';
import { readBody } from './response/read-body.ts';
import { readFailure } from './response/read-failure.ts';
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

/** Calls an operation: everything that the methods of a client do. */
export async function callOperation(
  operation: ClientOperation,
  input: Readonly<Record<string, unknown>>,
  callOptions: CallOptions,
): Promise<Answer> {
  const { name, spec, options } = operation;
  const { method, path } = spec;
  const call: CallProgress = {
    operation: name,
    method,
    path,
    attempts: 0,
    startedAt: performance.now(),
  };
  try {
    const limits = limitsOf(callOptions, options);
    limits.signal?.throwIfAborted();
    const given = { input, defaults: options.parameters };
    const body = ownProperty(input, 'body');
    const marked = spec.idempotency ? spec.idempotency(call, body) : body;
    await options.validation?.request(call, { spec, body: marked, ...given });
    const request = writeRequest(call, spec, given, marked);
    Object.assign(request.headers, operation.headers);
    addHeaders(request.headers, callOptions.headers);
    const answer = await sendUntilAnswered(operation, call, request, limits);
    const { attempts: attempt, duration } = answer;
    report(options.hooks, 'success', { call, attempt, duration });
    return answer;
  } catch (error) {
    report(options.hooks, 'error', { call, attempt: call.attempts, error });
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

/** Sends a request, and again where that may help and does no harm, until the call's time is over. */
async function sendUntilAnswered(
  operation: ClientOperation,
  call: CallProgress,
  request: WrittenRequest,
  { attempts, timeout, attemptTimeout, signal }: Limits,
): Promise<Answer> {
  const { spec, options, credentials } = operation;
  const { hooks, rateBudget } = options;
  const timeLeft = () => timeout - elapsed(call);
  const run = <Result>(task: (signal: AbortSignal) => Promise<Result>, limit = Infinity) => {
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
      if (rateBudget) await run(async (ended) => rateBudget.acquire(ended, call));
      return await run(
        (ended) => sendOnce(operation, call, request, secrets, ended),
        attemptTimeout,
      );
    } catch (error) {
      const { attempts: attempt } = call;
      const delay = attempt < attempts ? retryDelay(error, call, spec, request.body) : undefined;
      if (delay === undefined || delay >= timeLeft()) throw error;
      report(hooks, 'retry', { call, attempt, error: error as ClientError, delay });
      await run((ended) => sleep(delay, ended));
    }
  }
}

async function sendOnce(
  { spec, options, baseUrl, credentials }: ClientOperation,
  call: CallProgress,
  request: WrittenRequest,
  secrets: readonly string[],
  signal: AbortSignal,
): Promise<Answer> {
  const { hooks, int64, rateBudget, validation, fetch = globalThis.fetch } = options;
  const attempt = (call.attempts += 1);
  const event = { call, attempt, url: baseUrl + request.path, headers: { ...request.headers } };
  report(hooks, 'request', event);
  const headers = { ...event.headers };
  const url = addCredentials(event.url, headers, credentials, secrets);
  const { body } = request;
  const sentAt = performance.now();
  let response: Response;
  try {
    response = await fetch(url, {
      method: spec.method,
      headers,
      signal,
      // To whatever host a redirect names, `fetch` would send an API key in a header, and the body.
      redirect: 'manual',
      ...(body !== undefined && { body }),
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
  } catch (error) {
    throw isTransportFailure(error)
      ? new ConnectionError(call, redactError(error, secrets))
      : error;
  }
  // A `fetch` that ignores its signal may answer after everything has gone on without it.
  signal.throwIfAborted();
  const { status } = response;
  call.headers = response.headers;
  rateBudget?.observe(status, response.headers);
  const duration = performance.now() - sentAt;
  report(hooks, 'response', { call, attempt, status, headers: response.headers, duration });
  if (!response.ok) throw await readFailure(call, response, int64, secrets);

  const { exact, value } = await readBody(call, response, spec, int64, secrets);
  await validation?.response(call, { spec, status, body: exact });
  return { data: value, response, attempts: attempt, duration: elapsed(call) };
}

function elapsed({ startedAt }: CallProgress): number {
  return performance.now() - startedAt;
}
