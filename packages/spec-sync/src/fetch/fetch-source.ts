import { UnreadableSourceError } from '@apipin/openapi-model';
import { fetchWithRetries, type SourceRetry } from './fetch-with-retries.ts';
import { readSourceFile } from './read-source-file.ts';
import { SourceError } from './source-error.ts';
import { isUrl, nameSource } from './source-name.ts';

/** A source document to read, and what is known of it from the last time. */
export interface SourceRequest {
  /** The path of a file, or a URL. */
  readonly source: string;
  /** As a server gave it, to be told when nothing has changed. */
  readonly etag?: string;
  /** RFC 3339; used like `etag`. */
  readonly lastModified?: string;
}

/** The bytes of a source document, or that they are those of the last time. */
export type FetchedSource = { readonly kind: 'unchanged' } | FetchedDocument;

/** The bytes of a source document, and where they are from. */
export interface FetchedDocument {
  readonly kind: 'fetched';
  readonly bytes: Uint8Array;
  /**
   * The path, or the URL that redirects led to. It has no query string, which may hold a secret: so it can be shown and
   * stored, and relative references start from it.
   */
  readonly source: string;
  /** Of `bytes`: sha256, in base64. */
  readonly digest: `sha256-${string}`;
  /** As the server gave it. */
  readonly etag?: string;
  /** RFC 3339: when the server, or for a file the file system, says that it changed last. */
  readonly lastModified?: string;
  /** What to add where the bytes turn out to be no OpenAPI document. */
  readonly hint?: string;
}

/** What reading a source may take. */
export interface SourceLimits {
  /** Bytes of the document, without compression. @defaultValue 32 MiB */
  readonly bytes: number;
  /** For everything together, with redirects, retries and the waits between them, in ms. @defaultValue 60 000 */
  readonly time: number;
  /** How often a document is asked for. @defaultValue 4 */
  readonly attempts: number;
  /** The longest wait that a server may ask for, in ms. @defaultValue 30 000 */
  readonly retryAfter: number;
}

const DEFAULT_LIMITS: SourceLimits = {
  bytes: 32 * 1024 * 1024,
  time: 60_000,
  attempts: 4,
  retryAfter: 30_000,
};

/** How a source is read; everything has a default. */
export interface FetchSourceOptions {
  /** Sends one request. @defaultValue `fetch` */
  readonly fetch?: (url: URL, init: RequestInit) => Promise<Response>;
  /** Waits so many ms. */
  readonly sleep?: (delay: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. @defaultValue `Math.random` */
  readonly random?: () => number;
  /** Gives up. */
  readonly signal?: AbortSignal;
  /** Hears of each attempt that failed, before the wait. */
  readonly onRetry?: (retry: SourceRetry) => void;
  readonly limits?: Partial<SourceLimits>;
}

/**
 * Reads a source document: a file, or over HTTPS from anywhere, or over HTTP from this machine.
 *
 * @throws SourceError
 * @throws the reason of `options.signal`.
 */
export async function fetchSource(
  request: SourceRequest,
  options: FetchSourceOptions = {},
): Promise<FetchedSource> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const deadline = AbortSignal.timeout(limits.time);
  const signal = AbortSignal.any([deadline, ...(options.signal ? [options.signal] : [])]);
  try {
    signal.throwIfAborted();
    return isUrl(request.source)
      ? await fetchWithRetries(request, { ...options, limits, signal })
      : await readSourceFile(request.source, limits, signal);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw toSourceError(nameSource(request.source), error, deadline);
  }
}

function toSourceError(source: string, error: unknown, deadline: AbortSignal): unknown {
  if (error instanceof UnreadableSourceError) {
    return new SourceError({ code: codeOf(error), source }, error.message, { cause: error });
  }
  if (error instanceof SourceError || !deadline.aborted) return error;
  const reason = 'it takes too long; try again later, or download the file and give its path';
  return new SourceError({ code: 'timeout', source }, reason, { cause: error });
}

function codeOf({ code }: UnreadableSourceError): SourceError['code'] {
  if (code === 'network-refused') return 'refused';
  return code === 'source-too-large' ? 'too-large' : 'cannot-read';
}
