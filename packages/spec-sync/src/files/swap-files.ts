import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldersAbove } from './folders-above.ts';
import { digestNow, writeJournal, type Journal, type JournalFile } from './journal.ts';
import { RecoveryError } from './recovery-error.ts';
import { syncFolder } from './sync-folder.ts';
import type { WorkFolder } from './work-folder.ts';

/**
 * Lets staged contents take the place of the present files: all of them, or none.
 *
 * Nothing here waits, so that no signal handler and no other work of this process runs between two renames. A process
 * that dies there leaves the journal.
 *
 * @throws the error of the file system, after everything is as it was.
 * @throws RecoveryError where not even that succeeded.
 */
export function swapFiles(folder: WorkFolder, journal: Journal): void {
  refuseMeanwhileChanged(folder, journal);
  try {
    writeJournal(folder, journal);
    journal.files.forEach((file, index) => swapFile(folder, file, index));
    for (const { path, after } of journal.files) {
      if (after === null) removeEmptyParents(folder.root, path);
    }
    commit(folder, journal);
  } catch (error) {
    takeBack(folder, journal, error);
    throw error;
  }
}

/** What somebody wrote while the new contents were staged is not to be lost. */
function refuseMeanwhileChanged({ root }: WorkFolder, { files }: Journal): void {
  const changed = files.find(({ path, before }) => digestNow(root, path) !== before);
  if (changed !== undefined) throw new Error(`${changed.path} was changed meanwhile`);
}

function swapFile(folder: WorkFolder, { path, before, after }: JournalFile, index: number): void {
  const target = join(folder.root, path);
  if (before !== null) renameSync(target, join(folder.previous, String(index)));
  if (after === null) return;
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(folder.staged, String(index)), target);
}

function takeBack(folder: WorkFolder, journal: Journal, cause: unknown): void {
  try {
    rollBack(folder, journal);
  } catch (error) {
    if (error instanceof RecoveryError) throw error;
    throw new RecoveryError(
      folder.root,
      `${(error as Error).message}; remove the obstacle, and the next apipin command does it`,
      { cause },
    );
  }
}

/**
 * Takes back a write, wherever it stopped; one that was taken back in part before is no different.
 *
 * Back, not forward, although the new contents are there: no one was told that the write had succeeded, going back needs
 * no space on the disk, and whoever interrupted it did so to have nothing changed.
 *
 * @throws RecoveryError where somebody changed a file since, whose work would be lost.
 */
export function rollBack(folder: WorkFolder, journal: Journal): void {
  refuseEdited(folder, journal);
  journal.files.forEach((file, index) => restoreFile(folder, file, index));
  for (const path of journal.folders.toReversed()) removeIfEmpty(join(folder.root, path));
  commit(folder, journal);
}

function refuseEdited({ root }: WorkFolder, { files }: Journal): void {
  const edited = files.filter(({ path, before, after }) => {
    const now = digestNow(root, path);
    return now !== null && now !== before && now !== after;
  });
  if (edited.length === 0) return;
  const paths = edited.map(({ path }) => path).join(', ');
  throw new RecoveryError(root, `changed since: ${paths}; move it out of the way and run again`);
}

function restoreFile({ root, previous }: WorkFolder, file: JournalFile, index: number): void {
  const target = join(root, file.path);
  const old = join(previous, String(index));
  if (file.before === null) rmSync(target, { force: true });
  else if (existsSync(old)) {
    mkdirSync(dirname(target), { recursive: true });
    renameSync(old, target);
  }
}

/** From here on there is nothing to take back. */
function commit(folder: WorkFolder, { files }: Journal): void {
  const touched = new Set(files.flatMap(({ path }) => foldersAbove(path)));
  for (const path of touched) {
    const touchedFolder = join(folder.root, path);
    if (existsSync(touchedFolder)) syncFolder(touchedFolder);
  }
  rmSync(folder.journal, { force: true });
  // Before the old files go, the journal must be gone for good: it would bring back what is no longer there.
  syncFolder(folder.path);
}

function removeEmptyParents(root: string, path: string): void {
  for (const folder of foldersAbove(path)) {
    if (folder === '.' || !removeIfEmpty(join(root, folder))) return;
  }
}

/** Whether the folder is gone. */
function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}
