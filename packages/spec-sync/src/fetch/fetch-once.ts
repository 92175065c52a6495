import {
  describeConnectionFailure,
  followRedirects,
  readBytes,
  UnreadableSourceError,
  type ByteBudget,
} from '@apipin/openapi-model';
import { digestBytes } from './digest-bytes.ts';
import type { FetchedDocument, FetchedSource, SourceRequest } from './fetch-source.ts';
import type { FetchUrlOptions } from './fetch-with-retries.ts';
import { formatHttpDate, parseHttpDate } from './http-date.ts';
import { SourceError } from './source-error.ts';
import { nameSource, nameUrl } from './source-name.ts';
import { isTransient, readRetryAfter, type TransientFailure } from './transient-failure.ts';

/** What one attempt came to, where it did not settle the matter by an error. */
export type Attempt =
  FetchedSource | { readonly kind: 'failed'; readonly failure: TransientFailure };

/**
 * Asks for a document once.
 *
 * @throws SourceError, UnreadableSourceError where another attempt would be no better.
 * @throws the reason of `options.signal`.
 */
export async function fetchOnce(
  request: SourceRequest,
  options: FetchUrlOptions,
): Promise<Attempt> {
  const { fetch: send = fetch, signal } = options;
  const url = parseUrl(request.source);
  const headers = createCondition(request);
  try {
    const final = await followRedirects(url, (at) =>
      send(at, { redirect: 'manual', headers, signal }),
    );
    const { response } = final;
    if (response.status === 200) return await readDocument(response, final.url, options);
    await response.body?.cancel();
    if (response.status === 304 && !isEmpty(headers)) return { kind: 'unchanged' };
    return { kind: 'failed', failure: toFailure(response, request) };
  } catch (error) {
    // `fetch` and the body it gives say by a TypeError that the connection failed.
    if (!(error instanceof TypeError) || signal.aborted) throw error;
    const reason = describeConnectionFailure(error);
    return { kind: 'failed', failure: { reason, status: undefined, retryAfter: undefined } };
  }
}

function parseUrl(source: string): URL {
  const url = URL.parse(source);
  if (url !== null) return url;
  throw new SourceError(
    { code: 'refused', source: nameSource(source) },
    'this is no URL; check it',
  );
}

/**
 * What has a server say that nothing has changed. A validator that a header field cannot carry is left out: then the
 * document is fetched, and nothing is lost but time.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1
 */
function createCondition({ etag, lastModified }: SourceRequest): Headers {
  const headers = new Headers();
  if (etag !== undefined && /^[\x21-\x7e\x80-\xff]+$/.test(etag))
    headers.set('if-none-match', etag);
  const since = lastModified === undefined ? undefined : formatHttpDate(lastModified);
  if (since !== undefined) headers.set('if-modified-since', since);
  return headers;
}

function isEmpty(headers: Headers): boolean {
  return headers.keys().next().done === true;
}

function toFailure(response: Response, request: SourceRequest): TransientFailure {
  const { status, headers } = response;
  const reason = `the server answered ${status}`;
  if (isTransient(status)) return { reason, status, retryAfter: readRetryAfter(headers) };
  throw new SourceError(
    { code: 'http-status', source: nameSource(request.source), status },
    `${reason}; check the URL`,
  );
}

async function readDocument(
  response: Response,
  url: URL,
  { limits }: FetchUrlOptions,
): Promise<FetchedDocument> {
  const { headers } = response;
  const budget: ByteBudget = { limit: limits.bytes, spent: 0 };
  await refuseTooLong(response, budget);
  const bytes = response.body === null ? new Uint8Array() : await readBytes(response.body, budget);
  const etag = headers.get('etag');
  const lastModified = parseHttpDate(headers.get('last-modified'));
  return {
    kind: 'fetched',
    bytes,
    source: nameUrl(url),
    digest: digestBytes(bytes),
    ...(etag === null ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified: lastModified.toISOString() }),
    ...(isHtml(headers) ? { hint: HTML_HINT } : {}),
  };
}

/** Compressed or not, a body that is announced as too long need not be waited for. */
async function refuseTooLong({ headers, body }: Response, budget: ByteBudget): Promise<void> {
  const length = Number(headers.get('content-length'));
  if (!(length > budget.limit)) return;
  await body?.cancel();
  throw new UnreadableSourceError(
    'source-too-large',
    `the server announces ${length} bytes, and the limit is ${budget.limit}; check that the URL leads to the document`,
  );
}

const HTML_HINT =
  'the server calls it text/html: the URL may lead to a page about the document, or to a login';

function isHtml(headers: Headers): boolean {
  return /^\s*text\/html\b/i.test(headers.get('content-type') ?? '');
}
