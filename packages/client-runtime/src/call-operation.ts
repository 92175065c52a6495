import type { ApiClientOptions, CallOptions } from './api-client-options.ts';
import { runUntilDeadline } from './deadline.ts';
import type { ClientError, CallProgress } from './errors/client-error.ts';
import { ConnectionError } from './errors/connection-error.ts';
import { TimeoutError } from './errors/timeout-error.ts';
import { report } from './hooks/report.ts';
import type { ApiDescription, OperationSpec } from './operation-spec.ts';
import { ownProperty } from './own-property.ts';
import { isTransportFailure, redactError } from './redact.ts';
import { addCredentials, credentialsOf, readSecrets } from './request/credentials.ts';
import { collectArguments, type Parameter } from './request/parameter.ts';
import { writeRequest, type WrittenRequest } from './request/write-request.ts';
import type { Answer } from './response/answer.ts';
import { readBody } from './response/read-body.ts';
import { readFailure } from './response/read-failure.ts';
import { isRepeatable } from './retry/is-repeatable.ts';
import { retryDelay } from './retry/retry-delay.ts';
import { sleep } from './retry/sleep.ts';

const defaultAttempts = 4;
const defaultTimeout = 120_000;
const defaultAttemptTimeout = 30_000;

/** What the operations of one client share. */
export interface ClientContext {
  readonly api: ApiDescription;
  readonly options: ApiClientOptions<string>;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly userAgent: Readonly<Record<string, string>>;
}

/** An operation of a client. */
export interface ClientOperation {
  readonly client: ClientContext;
  /** The client's method. */
  readonly name: string;
  readonly spec: OperationSpec;
  readonly parameters: readonly Parameter[];
}

/** Calls an operation: everything that the methods of a client do. */
export async function callOperation(
  operation: ClientOperation,
  input: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Promise<Answer> {
  const { client, name, spec } = operation;
  const call: CallProgress = {
    operation: name,
    method: spec.method,
    path: spec.path,
    attempts: 0,
    startedAt: performance.now(),
  };
  try {
    options.signal?.throwIfAborted();
    const { validation } = client.options;
    const args = collectArguments(operation.parameters, input, client.options.parameters);
    const given = ownProperty(input, 'body');
    const body = spec.idempotency ? spec.idempotency(call, given) : given;
    await validation?.request(call, spec.id ?? name, args, body);
    const request = writeRequest(call, {
      args,
      format: spec.body,
      body,
      headers: [client.userAgent, client.options.headers, options.headers],
    });
    const answer = await sendUntilAnswered(operation, call, request, options);
    const { attempts: attempt, duration } = answer;
    report(client.options.hooks, 'success', { call, attempt, duration });
    return answer;
  } catch (error) {
    report(client.options.hooks, 'error', { call, attempt: call.attempts, error });
    throw error;
  }
}

/** Sends a request, and again where that may help and does no harm, until the call's time is over. */
async function sendUntilAnswered(
  operation: ClientOperation,
  call: CallProgress,
  request: WrittenRequest,
  options: CallOptions,
): Promise<Answer> {
  const { hooks, ...defaults } = operation.client.options;
  const { signal } = options;
  const timeout = timeLimit(options.timeout ?? defaults.timeout ?? defaultTimeout);
  const attemptTimeout = timeLimit(
    options.attemptTimeout ?? defaults.attemptTimeout ?? defaultAttemptTimeout,
  );
  const attempts = canBeSentAgain(request)
    ? (options.attempts ?? defaults.attempts ?? defaultAttempts)
    : 1;

  const timeLeft = () => timeout - elapsed(call);
  const run = <Result>(limit: number, task: (signal: AbortSignal) => Promise<Result>) => {
    const left = timeLeft();
    const createTimeoutError = () =>
      left > limit
        ? new TimeoutError(call, limit, 'attempt')
        : new TimeoutError(call, timeout, 'call');
    return left > 0
      ? runUntilDeadline({ timeout: Math.min(left, limit), signal, createTimeoutError }, task)
      : Promise.reject(createTimeoutError());
  };

  for (;;) {
    try {
      const send = await prepareAttempt(operation, call, request, (task) => run(Infinity, task));
      return await run(attemptTimeout, send);
    } catch (error) {
      const delay =
        call.attempts > 0 && call.attempts < attempts
          ? retryDelay(error, call.attempts, isRepeatable(operation.spec, call))
          : undefined;
      if (delay === undefined || delay >= timeLeft()) throw error;
      report(hooks, 'retry', { call, attempt: call.attempts, error: error as ClientError, delay });
      await sleep(delay, signal);
    }
  }
}

/** Gets what an attempt needs and may have to wait for; the time for the attempt itself begins with what this gives. */
async function prepareAttempt(
  { client, spec }: ClientOperation,
  call: CallProgress,
  request: WrittenRequest,
  wait: <Result>(task: (signal: AbortSignal) => Promise<Result>) => Promise<Result>,
): Promise<(signal: AbortSignal) => Promise<Answer>> {
  const { rateBudget, hooks, int64, fetch = globalThis.fetch, validation } = client.options;
  const credentials = credentialsOf(spec, client.api, client.options);
  const read = readSecrets(credentials);
  const secrets = read instanceof Promise ? await wait(() => read) : read;
  if (rateBudget) await wait(async (signal) => rateBudget.acquire(signal, call));

  return async (signal) => {
    const attempt = (call.attempts += 1);
    const url = client.baseUrl + request.path;
    const headers = { ...request.headers };
    report(hooks, 'request', { call, attempt, url, headers });
    const authorised = addCredentials({ url, headers }, credentials, secrets);
    const sentAt = performance.now();
    const response = await fetch(authorised.url, {
      method: spec.method,
      headers: authorised.headers,
      // To whatever host a redirect names, `fetch` would send an API key in a header, and the body.
      redirect: 'manual',
      signal,
      ...(request.body !== undefined && { body: request.body }),
      ...(request.body instanceof ReadableStream && { duplex: 'half' }),
    }).catch((error: unknown) => {
      throw isTransportFailure(error)
        ? new ConnectionError(call, redactError(error, secrets))
        : error;
    });
    // A `fetch` that ignores its signal may answer after everything has gone on without it.
    signal.throwIfAborted();
    const { status } = response;
    call.headers = response.headers;
    rateBudget?.observe(status, response.headers);
    const duration = performance.now() - sentAt;
    report(hooks, 'response', { call, attempt, status, headers: response.headers, duration });
    if (!response.ok) throw await readFailure(call, response, int64, secrets);

    const { exact, value } = await readBody(call, response, spec, int64, secrets);
    await validation?.response(call, spec.id ?? call.operation, status, exact);
    return { data: value, response, attempts: attempt, duration: elapsed(call) };
  };
}

function elapsed({ startedAt }: CallProgress): number {
  return performance.now() - startedAt;
}

/** 0 sets no limit. */
function timeLimit(timeout: number): number {
  if (!(timeout >= 0)) throw new TypeError(`timeout: expected 0 ms or more, got ${timeout}`);
  return timeout || Infinity;
}

/** A stream is gone once it has been sent. */
function canBeSentAgain({ body }: WrittenRequest): boolean {
  return !(body instanceof ReadableStream);
}
