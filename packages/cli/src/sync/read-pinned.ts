import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Spec } from '@apipin/codegen';
import type { Diagnostic, LoadOptions, NormaliseOptions, SpecText } from '@apipin/openapi-model';
import { parseLock, parsePending, type Lock, type Pending } from '@apipin/spec-sync';
import { readSpec } from '../read-spec.ts';
import type { VersionEntry } from '../versions-file.ts';
import { versionPaths, type VersionPaths } from './version-paths.ts';

/** What the repository has of one version. */
export interface PinnedVersion {
  /** The repository. */
  readonly root: string;
  readonly entry: VersionEntry;
  readonly paths: VersionPaths;
  readonly spec: Spec;
  /** Absent before the first sync. */
  readonly lock: Lock | undefined;
  /** What waits to be taken. */
  readonly pending: Pending | undefined;
  readonly corrections: Corrections | undefined;
}

/** The overlay, and the digest by which a sync knows that it has not changed. */
export interface Corrections extends SpecText {
  /** sha256, in hex. */
  readonly digest: string;
}

/** A version, absent where its spec has errors, and everything there is to say about the spec. */
export interface PinnedResult {
  readonly pinned: PinnedVersion | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the pinned spec of a version and what stands beside it.
 *
 * @throws LockError where one of our own files is damaged.
 */
export async function readPinned(
  root: string,
  entry: VersionEntry,
  options: LoadOptions & NormaliseOptions,
): Promise<PinnedResult> {
  const paths = versionPaths(entry);
  const read = (path: string): Promise<string | undefined> => readIfThere(join(root, path));
  const [lock, pending, overlay] = await Promise.all(
    [paths.lock, paths.pendingLock, paths.overlay].map(read),
  );
  const { spec, diagnostics } = await readSpec(relative('', join(root, paths.spec)), options);
  if (spec === undefined) return { pinned: undefined, diagnostics };
  const pinned: PinnedVersion = {
    root,
    entry,
    paths,
    spec,
    lock: lock === undefined ? undefined : parseLock(lock, paths.lock),
    pending: pending === undefined ? undefined : parsePending(pending, paths.pendingLock),
    corrections:
      overlay === undefined
        ? undefined
        : { text: overlay, name: paths.overlay, digest: sha256(overlay) },
  };
  return { pinned, diagnostics };
}

/** Where the spec of a version was taken from; `undefined` before the first sync. */
export async function readLockedSource(
  root: string,
  entry: VersionEntry,
): Promise<string | undefined> {
  const { lock } = versionPaths(entry);
  const text = await readIfThere(join(root, lock));
  return text === undefined ? undefined : parseLock(text, lock).source;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
