import { CompatError } from '../errors/compat-error.ts';
import type { ExchangeCallbacks } from '../exchange-mapper.ts';
import type { Loss, LossContext, OnLoss } from '../loss.ts';
import type { ServedRequest, UpstreamRequest } from '../map-request.ts';
import { cleanResponseHeaders, forwardRequestHeaders, isAnnounced } from './forward-headers.ts';
import { causeOf } from './log-entry.ts';
import type { GatewayLogEntry } from './log-entry.ts';
import { LossReport, lossesHeader } from './loss-report.ts';
import { meterBody } from './meter-body.ts';
import type { NamedOperation } from './operation-finder.ts';
import { ProblemError, problemOf, problemResponse, statusOf } from './problem.ts';
import type { Problem } from './problem.ts';
import { requireBelow } from './upstream-base.ts';

/** How long an upstream may take, in ms. */
export interface GatewayTimeouts {
  /** From sending a request to the upstream to the head of its response. */
  readonly headers: number;
  /** From the arrival of a request to the end of its response. */
  readonly exchange: number;
}

/** What all exchanges of a gateway have in common. */
export interface ExchangeSettings {
  readonly upstreamBase: string;
  readonly fetch: typeof globalThis.fetch;
  readonly onLoss: OnLoss;
  readonly maxBodyBytes: number;
  readonly timeouts: GatewayTimeouts;
  /** Headers that every response gets. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly log: (entry: GatewayLogEntry) => void;
}

/** Maps one exchange. */
type MapExchange = (request: ServedRequest, callbacks: ExchangeCallbacks) => Promise<Response>;

/**
 * What an exchange is busy with: reading the request, waiting for the upstream, mapping its
 * answer, or passing on a body that needs no mapping.
 */
type Phase = 'receiving' | 'awaiting' | 'mapping' | 'answering';

/** One request and its response, with everything that has to be known until both are through. */
export class Exchange {
  readonly #request: Request;
  readonly #operation: NamedOperation | undefined;
  readonly #settings: ExchangeSettings;
  readonly #requestId = crypto.randomUUID();
  readonly #startedAt = performance.now();
  readonly #losses = new LossReport();
  readonly #abortion = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  #phase: Phase = 'receiving';
  /** What the mapping was given of the upstream. */
  #received: Response | undefined;
  #isMetered = false;
  #status = 0;

  constructor(request: Request, operation: NamedOperation | undefined, settings: ExchangeSettings) {
    this.#request = request;
    this.#operation = operation;
    this.#settings = settings;
    this.#timer = setTimeout(() => this.#timeOut(), settings.timeouts.exchange);
    if (request.signal.aborted) this.#onClientAbort();
    else request.signal.addEventListener('abort', this.#onClientAbort);
  }

  /** Answers the request; never rejects. */
  async answer(mapExchange: MapExchange): Promise<Response> {
    try {
      const response = await mapExchange(this.#servedRequest(), {
        send: (request) => this.#send(request),
        onLoss: (loss, context) => this.#hear(loss, context),
      });
      return this.#handOn(response);
    } catch (error) {
      const isMapped = this.#phase !== 'mapping' || error instanceof CompatError;
      return this.refuse(isMapped ? error : brokenOff(error));
    }
  }

  /** Answers with what an error means to the client. */
  refuse(error: unknown): Response {
    const { signal } = this.#abortion;
    const reason: unknown = signal.aborted ? signal.reason : error;
    const problem = problemOf(reason);
    this.#status = statusOf(problem);
    this.#finish(problem, causeOf(reason));
    // Nobody reads what the upstream may still have to say.
    this.#abortion.abort(reason);
    const response = problemResponse(problem, this.#requestId);
    this.#addHeaders(response.headers);
    return response;
  }

  #servedRequest(): ServedRequest {
    const { method, headers } = this.#request;
    // Asking for the body of a request that can have none costs some servers a good deal.
    const received = method === 'GET' || method === 'HEAD' ? null : this.#request.body;
    const body = received && this.#meterRequest(received);
    return {
      headers: forwardRequestHeaders(headers),
      body,
      arrayBuffer: () => new Response(body).arrayBuffer(),
    };
  }

  /** Sends the mapped request, and nowhere but to the upstream. */
  async #send({ method, url, headers, body }: UpstreamRequest): Promise<Response> {
    const { upstreamBase, fetch, timeouts } = this.#settings;
    requireBelow(upstreamBase, url.href);
    const { signal } = this.#abortion;
    this.#phase = 'awaiting';
    const timer = setTimeout(() => this.#timeOut(), timeouts.headers);
    // `fetch` insists on `duplex` where the body is a stream.
    const init = { method, headers, body, signal, redirect: 'manual' as const, duplex: 'half' };
    try {
      return this.#receive(await fetch(url.href, init));
    } catch (cause) {
      const detail = 'The upstream cannot be reached, or broke off.';
      throw new ProblemError({ kind: 'upstream-unreachable', detail }, { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  /** @throws LossError where losses are refused; ProblemError where the callback itself fails. */
  #hear(loss: Loss, context: LossContext): void {
    this.#losses.add(loss, context);
    try {
      this.#settings.onLoss(loss, context);
    } catch (cause) {
      if (cause instanceof CompatError) throw cause;
      throw new ProblemError({ kind: 'internal-error', detail: 'The gateway failed.' }, { cause });
    }
  }

  #meterRequest(
    body: ReadableStream<Uint8Array<ArrayBuffer>>,
  ): ReadableStream<Uint8Array<ArrayBuffer>> {
    const { maxBodyBytes } = this.#settings;
    const announced = Number(this.#request.headers.get('content-length'));
    let size = 0;
    const count = (bytes: number): void => {
      size += bytes;
      if (size <= maxBodyBytes) return;
      this.#abort('request-too-large', `The body is larger than ${maxBodyBytes} bytes.`);
    };
    // Announced or not, what counts is what comes.
    if (announced > maxBodyBytes) count(announced);
    return meterBody(body, {
      signal: this.#abortion.signal,
      onChunk: count,
      onEnd: (failure) => {
        if (failure !== undefined) this.#onClientAbort();
      },
    });
  }

  /** Gives the mapping an answer of which it cannot read more than it may. */
  #receive(response: Response): Response {
    this.#phase = 'mapping';
    const { body, headers, status, statusText } = response;
    const isSafe = body === null || isAnnounced(headers, this.#settings.maxBodyBytes);
    this.#received = isSafe
      ? response
      : new Response(this.#meterResponse(body), { status, statusText, headers });
    return this.#received;
  }

  /** Gives the client what the mapping has made of the answer. */
  #handOn(response: Response): Response {
    this.#phase = 'answering';
    this.#status = response.status;
    const received = this.#received;
    const isPassedOn = received?.body != null && !received.bodyUsed;
    if (!isPassedOn) this.#finish();
    // What the mapping has made by itself can be changed, which is cheaper than to copy it.
    const handedOn = isPassedOn || response === received ? this.#copy(response) : response;
    cleanResponseHeaders(handedOn.headers);
    this.#addHeaders(handedOn.headers);
    return handedOn;
  }

  #copy({ body, headers, status, statusText }: Response): Response {
    const metered = body === null || this.#isMetered ? body : this.#meterResponse(body);
    return new Response(metered, { status, statusText, headers: new Headers(headers) });
  }

  #addHeaders(headers: Headers): void {
    for (const [name, value] of this.#settings.headers) {
      if (name === 'link') headers.append(name, value);
      else headers.set(name, value);
    }
    if (this.#losses.count > 0) headers.set(lossesHeader, this.#losses.toString());
  }

  #meterResponse(body: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream {
    const { maxBodyBytes } = this.#settings;
    let size = 0;
    this.#isMetered = true;
    return meterBody(body, {
      signal: this.#abortion.signal,
      onChunk: (bytes) => {
        size += bytes;
        // What is passed on is not held, and may be of any size.
        if (this.#phase === 'answering' || size <= maxBodyBytes) return;
        const detail = `The upstream's answer is too large to be mapped. ${done}`;
        this.#abort('response-too-large', detail);
      },
      onEnd: (failure) => {
        if (failure !== undefined) this.#abortion.abort(brokenOff(failure));
        if (this.#phase === 'answering') this.#finish();
      },
    });
  }

  readonly #onClientAbort = (): void => {
    this.#abort('client-closed-request', 'The client has closed the connection.');
  };

  #timeOut(): void {
    if (this.#phase === 'receiving') {
      this.#abort('request-timeout', 'The request did not arrive in time. Nothing was sent.');
    } else {
      this.#abort('upstream-timeout', `The upstream did not answer in time. ${perhapsDone}`);
    }
  }

  /** Ends whatever is under way. Only the first reason counts. */
  #abort(kind: Problem['kind'], detail: string): void {
    this.#abortion.abort(new ProblemError({ kind, detail }));
  }

  #finish(
    problem = this.#abortion.signal.aborted ? problemOf(this.#abortion.signal.reason) : undefined,
    cause = causeOf(this.#abortion.signal.reason),
  ): void {
    clearTimeout(this.#timer);
    this.#request.signal.removeEventListener('abort', this.#onClientAbort);
    const entry: GatewayLogEntry = {
      requestId: this.#requestId,
      method: this.#request.method,
      operationId: this.#operation?.operationId,
      path: this.#operation?.path,
      status: this.#status,
      durationMs: performance.now() - this.#startedAt,
      losses: this.#losses.count,
      problem: problem?.kind,
      cause,
    };
    try {
      this.#settings.log(entry);
    } catch {
      // A log that fails must not take back an answer that is on its way.
    }
  }
}

const done = 'It has acted on the request: do not repeat the call blindly.';
const perhapsDone = 'It may have acted on the request: do not repeat the call blindly.';

function brokenOff(cause: unknown): ProblemError {
  const detail = `The upstream's answer could not be read to its end. ${done}`;
  return new ProblemError({ kind: 'upstream-unreachable', detail }, { cause });
}
