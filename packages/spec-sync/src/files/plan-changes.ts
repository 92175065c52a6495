import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileChange } from './file-change.ts';
import { foldersAbove } from './folders-above.ts';
import { RefusedPathError } from './refused-path-error.ts';
import { resolveTarget } from './resolve-target.ts';

/** A change that changes something, with what it starts from. */
export interface PlannedChange {
  /** Relative to the root, with links between folders followed. */
  readonly path: string;
  readonly before: PresentFile | undefined;
  readonly after: Buffer | undefined;
}

/** A file as it was found. */
export interface PresentFile {
  readonly contents: Buffer;
  /** The permission bits. */
  readonly mode: number;
}

/**
 * Finds out which of the changes are still to be made.
 *
 * @throws RefusedPathError where a path is not one to write to, or is named twice.
 */
export async function planChanges(
  root: string,
  changes: readonly FileChange[],
): Promise<PlannedChange[]> {
  const planned = new Map<string, PlannedChange>();
  for (const { path, contents } of changes) {
    const resolved = await resolveTarget(root, path);
    if (planned.has(resolved)) throw new RefusedPathError(path, 'it is named twice; name it once');
    const after = contents === undefined ? undefined : Buffer.from(contents);
    planned.set(resolved, {
      path: resolved,
      before: await readPresent(join(root, resolved)),
      after,
    });
  }
  const needed = [...planned.values()].filter(
    ({ before, after }) => !isEqual(before?.contents, after),
  );
  refuseFileAsFolder(needed);
  return needed;
}

function refuseFileAsFolder(changes: readonly PlannedChange[]): void {
  const paths = new Set(changes.map(({ path }) => path));
  const inner = changes.find(({ path }) => foldersAbove(path).some((above) => paths.has(above)));
  if (inner === undefined) return;
  throw new RefusedPathError(inner.path, 'one of its folders is to be a file; rename either');
}

function isEqual(before: Buffer | undefined, after: Buffer | undefined): boolean {
  return before === undefined || after === undefined ? before === after : before.equals(after);
}

async function readPresent(file: string): Promise<PresentFile | undefined> {
  try {
    return { contents: await readFile(file), mode: (await lstat(file)).mode & 0o7777 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
