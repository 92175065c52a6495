import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecoveryError } from './recovery-error.ts';
import { resolveTarget } from './resolve-target.ts';
import { syncFolder } from './sync-folder.ts';
import type { WorkFolder } from './work-folder.ts';

/** All that is needed to take a write back, by this process or by one after it. */
export interface Journal {
  /** In the order of the indexes under which their new and old contents are kept. */
  readonly files: readonly JournalFile[];
  /** Folders that the write makes, parents first, relative to the root. */
  readonly folders: readonly string[];
}

/** A file, and the digests of its contents before and after the write: `null` where there is no file. */
export interface JournalFile {
  /** Relative to the root, with `/` between segments. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The digest by which the contents of a file are known again: sha256, in hex. */
export function digestOf(contents: Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex');
}

/** The digest of the file as it is now; `null` where there is none, and no digest at all where it is not a file. */
export function digestNow(root: string, path: string): string | null {
  const file = join(root, path);
  try {
    return lstatSync(file).isFile() ? digestOf(readFileSync(file)) : 'not a file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/** Makes the journal exist, whole and on the disk. */
export function writeJournal(folder: WorkFolder, journal: Journal): void {
  writeFileSync(folder.journalDraft, JSON.stringify(journal), { flush: true });
  renameSync(folder.journalDraft, folder.journal);
  syncFolder(folder.path);
  syncFolder(folder.root);
}

/**
 * Reads the journal that an earlier process left, if any. What it says is trusted no more than the paths of a write.
 *
 * @throws RecoveryError, RefusedPathError
 */
export async function readJournal(folder: WorkFolder): Promise<Journal | undefined> {
  const text = readIfExists(folder.journal);
  if (text === undefined) return undefined;
  const journal = parseJournal(text);
  if (journal === undefined) {
    throw new RecoveryError(
      folder.root,
      `${folder.journal} is not a journal of this version of apipin; take the write back with the version that began it, or restore the files from git and remove ${folder.path}`,
    );
  }
  for (const { path } of journal.files) await resolveTarget(folder.root, path);
  for (const path of journal.folders) await resolveTarget(folder.root, `${path}/file`);
  return journal;
}

function readIfExists(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJournal(text: string): Journal | undefined {
  try {
    const value = JSON.parse(text) as Partial<Journal> | null;
    const isJournal = value?.files?.every(isJournalFile) && value.folders?.every(isString);
    return isJournal ? (value as Journal) : undefined;
  } catch {
    return undefined;
  }
}

function isJournalFile(value: Partial<JournalFile> | null): boolean {
  const isDigest = (digest: unknown): boolean => digest === null || isString(digest);
  return isString(value?.path) && isDigest(value?.before) && isDigest(value?.after);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
