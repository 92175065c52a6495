import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import {
  digestMeaning,
  type Diagnostic,
  type LoadOptions,
  type NormaliseOptions,
} from '@apipin/openapi-model';
import {
  fetchSource,
  isUrl,
  lockNames,
  nameSource,
  refersElsewhere,
  takeDocument,
  type FetchedDocument,
  type FetchedSource,
} from '@apipin/spec-sync';
import { UsageError } from '../command.ts';
import type { Candidate } from './prepare-sync.ts';
import type { PinnedVersion } from './read-pinned.ts';

/** What the source has: nothing new, a document, or problems. */
export type CandidateResult =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'read';
      readonly candidate: Candidate;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Where the document comes from: what the user says, or else where it came from the last time.
 *
 * @throws UsageError where neither says it.
 */
export function sourceOf(
  { root, lock }: PinnedVersion,
  from: string | undefined,
  cwd: string,
): string {
  if (from !== undefined) return isUrl(from) ? from : resolve(cwd, from);
  if (lock === undefined) throw new UsageError('say where the spec comes from: --from <file|url>');
  if (lock.source.endsWith(QUERY)) {
    throw new UsageError(`the query of ${lock.source} is not kept; give the URL: --from <url>`);
  }
  if (isUrl(lock.source)) return lock.source;
  const path = resolve(root, lock.source);
  if (existsSync(path)) return path;
  throw new UsageError(
    `${lock.source}, the last source, is not there; name one: --from <file|url>`,
  );
}

/**
 * Reads what `source` has now.
 *
 * @throws SourceError where it cannot be reached.
 * @throws UsageError where an edit of the pinned spec would be lost.
 */
export async function readCandidate(
  pinned: PinnedVersion,
  source: string,
  options: LoadOptions & NormaliseOptions & { readonly onRetry: (message: string) => void },
): Promise<CandidateResult> {
  const { lock, corrections, paths } = pinned;
  refuseEdits(pinned);
  const origin = sourceName(pinned.root, source);
  const isCurrent =
    lock?.source === origin && lock.corrections === corrections?.digest && !pinned.pending;
  const fetched = await fetchNew(source, isCurrent ? lock : undefined, options.onRetry);
  if (fetched.kind === 'unchanged') return { kind: 'unchanged' };
  const text = decode(fetched.bytes, origin);
  const isWhole = !refersElsewhere(text);
  if (isCurrent && isWhole && fetched.digest === lock.bytes) return { kind: 'unchanged' };
  const name = await nameFromHere(fetched.source);
  const { document, diagnostics } = await takeDocument(
    { text, name },
    {
      ...options,
      names: lock?.names ?? lockNames(pinned.spec.root),
      corrections,
      file: relative('', join(pinned.root, paths.spec)),
    },
  );
  if (document === undefined) {
    return { kind: 'failed', diagnostics: [...diagnostics, ...hintAt(name, fetched)] };
  }
  const candidate: Candidate = {
    document,
    origin: {
      source: origin,
      // They speak of the first of several documents alone.
      etag: isWhole ? fetched.etag : undefined,
      modified: isWhole ? fetched.lastModified : undefined,
      bytes: fetched.digest,
      corrections: corrections?.digest,
    },
  };
  return { kind: 'read', candidate, diagnostics };
}

function hintAt(file: string, { hint }: FetchedDocument): Diagnostic[] {
  if (hint === undefined) return [];
  const at = { file, pointer: '', line: 1 };
  return [{ code: 'source-hint', severity: 'warning', at, message: hint }];
}

/** What was written into the spec by hand since the last sync would be gone after this one. */
function refuseEdits({ lock, spec, paths }: PinnedVersion): void {
  if (lock === undefined || digestMeaning(spec.root) === lock.document) return;
  throw new UsageError(
    `${paths.spec} was edited since it was synced, and the edit would be lost; say it in ${paths.overlay} instead, with a reason, restore the file, and sync again`,
  );
}

function fetchNew(
  source: string,
  lock: PinnedVersion['lock'],
  onRetry: (message: string) => void,
): Promise<FetchedSource> {
  const request = {
    source,
    ...(lock?.etag === undefined ? {} : { etag: lock.etag }),
    ...(lock?.modified === undefined ? {} : { lastModified: lock.modified }),
  };
  return fetchSource(request, {
    onRetry: ({ reason, delay }) => onRetry(`${reason}; again in ${Math.ceil(delay / 1000)} s`),
  });
}

function decode(bytes: Uint8Array, source: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${source} is not UTF-8; convert it first`, { cause });
  }
}

/**
 * A file of the repository by its path there; of one from elsewhere, others can know no more than its name. Of a URL
 * without what can hold a secret.
 */
function sourceName(root: string, source: string): string {
  if (isUrl(source)) return `${nameSource(source)}${source.includes('?') ? QUERY : ''}`;
  const path = relative(root, source).split(sep).join('/');
  return path.startsWith('../') ? path.slice(path.lastIndexOf('/') + 1) : path;
}

/** Stands for a query that is not kept. */
const QUERY = '?…';

/** References start from where a file really is; a pipe is nowhere. */
async function nameFromHere(source: string): Promise<string> {
  return isUrl(source) ? source : relative('', await realpath(source).catch(() => source));
}
