import { compareAnswers } from './compare-answers.ts';
import type { Answer } from './compare-answers.ts';
import { copyBody, readBody } from './copy-body.ts';
import type { Difference, Disagreement } from './disagreement.ts';

/** What is compared, how much of it, and who hears of it. */
export interface ShadowFetchOptions {
  /** Answers the caller, such as a `fetch` that calls the old version. */
  readonly primary: typeof globalThis.fetch;
  /** Is asked the same, such as a `fetch` made by `createCompatFetch`. */
  readonly shadow: typeof globalThis.fetch;
  /** Hears of each read that the two answer differently. What it throws is dropped. */
  readonly onDisagreement: (disagreement: Disagreement) => void | Promise<void>;
  /** What to call a request in a disagreement, such as its operationId. @defaultValue nothing */
  readonly nameOf?: (request: Request) => string | undefined;
  /**
   * RFC 6901 pointers to what may differ, such as a time of access, in which the token `*` stands
   * for any.
   *
   * @defaultValue none
   */
  readonly ignore?: readonly string[];
  /** Whether disagreements hold what the two answered. @defaultValue false */
  readonly includeValues?: boolean;
  /** How many reads to compare: 0 for none, 1 for all. @defaultValue 1 */
  readonly sampleRate?: number;
  /** How many comparisons may be under way; reads beyond that are not compared. @defaultValue 8 */
  readonly maxConcurrent?: number;
  /** How long a comparison may take in all, in ms. @defaultValue 30 000 */
  readonly timeout?: number;
  /** The largest body to compare, in bytes. @defaultValue 1 MiB */
  readonly maxBodyBytes?: number;
  /** How many differences of one read to tell. @defaultValue 20 */
  readonly maxDifferences?: number;
}

/** What has become of the reads that were to be compared. */
export interface ShadowCounts {
  readonly compared: number;
  /** Not started, since too many comparisons were under way. */
  readonly dropped: number;
  /** Started, but the caller went away, or the body was too large or was not read in time. */
  readonly abandoned: number;
}

/** A `fetch` that is answered by the primary, and compares with the shadow in the background. */
export interface ShadowFetch {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  readonly counts: ShadowCounts;
  /**
   * Resolves once no comparison is under way: to be awaited in a test or before an exit, or given
   * to `waitUntil`.
   */
  idle(): Promise<void>;
}

/**
 * Makes a `fetch` that sends each GET and HEAD to two versions of an API and reports where they
 * disagree: in the status code, or in the JSON body, with integers of any size compared exactly.
 *
 * The caller deals with the primary alone: it has the primary's response as soon as that is there
 * and reads it at its own pace; nothing the shadow does slows it down or makes it fail. Requests
 * with any other method go to the primary only.
 */
export function createShadowFetch(options: ShadowFetchOptions): ShadowFetch {
  const { primary, sampleRate = 1, maxConcurrent = 8 } = options;
  const counts = { compared: 0, dropped: 0, abandoned: 0 };
  const underWay = new Set<Promise<void>>();

  const fetch = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (!isRead(input, init) || Math.random() >= sampleRate) return primary(input, init);
    if (underWay.size >= maxConcurrent) {
      counts.dropped += 1;
      return primary(input, init);
    }
    const { response, comparison } = compareReads(input, init, options);
    const tracked = comparison.then((outcome) => {
      counts[outcome] += 1;
      underWay.delete(tracked);
    });
    underWay.add(tracked);
    return response;
  };
  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return Object.assign(fetch, { counts, idle });
}

function isRead(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
  return /^(?:get|head)$/i.test(method);
}

type Outcome = 'compared' | 'abandoned';

interface Reads {
  readonly response: Promise<Response>;
  /** Never rejects. */
  readonly comparison: Promise<Outcome>;
}

function compareReads(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  options: ShadowFetchOptions,
): Reads {
  const { timeout = 30_000, maxBodyBytes = 2 ** 20 } = options;
  const answered = options.primary(input, init).then((response) => handOn(response, maxBodyBytes));
  const abortion = new AbortController();
  const timer = setTimeout(() => abortion.abort(timeoutError()), timeout);
  const comparison = compare().catch((): Outcome => 'abandoned');
  return { response: answered.then(({ response }) => response), comparison };

  async function compare(): Promise<Outcome> {
    try {
      // Without a body, a request can be made twice from the same input.
      const request = new Request(input, init);
      const signal = AbortSignal.any([request.signal, abortion.signal]);
      const [primary, shadow] = await Promise.all([
        orAbort(readPrimary(), signal).catch(() => undefined),
        orAbort(readShadow(request, signal), signal).catch(failureOf),
      ]);
      if (primary?.body === undefined || request.signal.aborted) return 'abandoned';
      const differences = compareSides({ ...primary, body: primary.body }, shadow, options);
      if (differences.length > 0) await report(request, differences, options);
      return 'compared';
    } finally {
      clearTimeout(timer);
    }
  }

  async function readPrimary(): Promise<Answer> {
    try {
      const { response, copy } = await answered;
      return { status: response.status, body: await copy };
    } catch (error) {
      // Nobody wants the shadow's answer any more.
      abortion.abort(error);
      throw error;
    }
  }

  async function readShadow(request: Request, signal: AbortSignal): Promise<Answer> {
    const { status, body } = await options.shadow(new Request(request, { signal }), { signal });
    return { status, body: await readBody(body, maxBodyBytes) };
  }
}

/** The primary's response as the caller gets it, and a copy of the body it is going to read. */
interface HandedOn {
  readonly response: Response;
  readonly copy: Promise<Uint8Array | undefined>;
}

function handOn(response: Response, maxBodyBytes: number): HandedOn {
  if (response.body === null) return { response, copy: Promise.resolve(new Uint8Array()) };
  // Some status codes can be received and not be given to a new response.
  if (response.bodyUsed || response.status > 599) {
    return { response, copy: Promise.resolve(undefined) };
  }
  const { body, copy } = copyBody(response.body, maxBodyBytes);
  const { status, statusText, headers, url, redirected } = response;
  const handedOn = new Response(body, { status, statusText, headers });
  Object.defineProperties(handedOn, { url: { value: url }, redirected: { value: redirected } });
  return { response: handedOn, copy };
}

/** What a promise comes to, unless `signal` is aborted before. */
function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** An error that stands in for the shadow's answer. */
interface Failure {
  readonly error: unknown;
}

function failureOf(error: unknown): Failure {
  return { error };
}

function compareSides(
  primary: Answer & { readonly body: Uint8Array },
  shadow: Answer | Failure,
  { ignore = [], maxDifferences = 20, includeValues = false }: ShadowFetchOptions,
): readonly Difference[] {
  if ('status' in shadow) {
    return compareAnswers(primary, shadow, { ignore, maxDifferences, includeValues });
  }
  const { error } = shadow;
  const name = error instanceof Error ? error.name : typeof error;
  return [{ kind: 'error', name, ...(includeValues ? { error } : {}) }];
}

async function report(
  request: Request,
  differences: readonly Difference[],
  { onDisagreement, nameOf, maxDifferences = 20 }: ShadowFetchOptions,
): Promise<void> {
  try {
    await onDisagreement({
      method: request.method,
      name: nameOf?.(request),
      differences,
      isTruncated: differences.length === maxDifferences,
    });
  } catch {
    // Whoever made the request has no part in this.
  }
}

function timeoutError(): DOMException {
  return new DOMException('the comparison took too long', 'TimeoutError');
}
