import { existsSync } from 'node:fs';
import { onExit } from 'signal-exit';
import type { FileChange } from './file-change.ts';
import { FilesLockedError } from './files-locked-error.ts';
import { readJournal } from './journal.ts';
import { lockProcess } from './lock-process.ts';
import { rollBack } from './swap-files.ts';
import { locateWorkFolder, type WorkFolder } from './work-folder.ts';
import { discardLeftovers, writeChanges } from './write-changes.ts';

/** The files below a root, while no other process writes there. */
export interface LockedFiles {
  /** Whether a write that an earlier process left halfway was taken back first. */
  readonly recovered: boolean;
  /**
   * Makes all the changes, or none: an error, a signal or a crash at any moment leaves the files as they were, in the
   * last case once the next process locks them. What is equal already is not touched, and folders that lose their last
   * file go with it. A file that is replaced keeps its mode.
   *
   * @throws RefusedPathError where a path leaves the root, or leads to something other than a file.
   * @throws WriteFailedError where the file system refuses, or somebody changes the same files.
   * @throws RecoveryError where the file system fails so badly that the write cannot even be taken back.
   */
  write(changes: readonly FileChange[]): Promise<void>;
}

/**
 * Does `work` while no other process writes below `root`. What a write left that was cut short is taken back first.
 *
 * For a command that reads what it is going to write: two of them at once would each overwrite what the other decided.
 *
 * @throws FilesLockedError where another process is at work.
 * @throws RecoveryError where a write that was cut short cannot be taken back.
 */
export async function lockFiles<T>(
  root: string,
  work: (files: LockedFiles) => Promise<T>,
): Promise<T> {
  const folder = await locateWorkFolder(root);
  const unlock = await lockProcess(folder);
  const forgetExit = onExit(() => discardLeftovers(folder));
  try {
    const recovered = await recover(folder);
    return await work({ recovered, write: (changes) => writeChanges(folder, changes) });
  } finally {
    discardLeftovers(folder);
    // Only now: without a listener a signal would end the process at once, and leave what is not removed yet.
    unlock();
    forgetExit();
  }
}

/**
 * Makes all the changes below `root`, or none.
 *
 * @throws the errors of {@link lockFiles} and {@link LockedFiles.write}.
 */
export async function writeFiles(root: string, changes: readonly FileChange[]): Promise<void> {
  await lockFiles(root, (files) => files.write(changes));
}

/**
 * Takes back a write below `root` that was cut short, and says whether there was one. Touches nothing otherwise.
 *
 * @throws FilesLockedError where the write is not cut short but goes on.
 * @throws RecoveryError where it cannot be taken back.
 */
export async function recoverFiles(root: string): Promise<boolean> {
  const folder = await locateWorkFolder(root);
  if (!existsSync(folder.path)) return false;
  try {
    return await lockFiles(root, ({ recovered }) => Promise.resolve(recovered));
  } catch (error) {
    // Somebody is at work, and has not begun to change files.
    if (error instanceof FilesLockedError && !existsSync(folder.journal)) return false;
    throw error;
  }
}

async function recover(folder: WorkFolder): Promise<boolean> {
  const journal = await readJournal(folder);
  if (journal !== undefined) rollBack(folder, journal);
  discardLeftovers(folder);
  return journal !== undefined;
}
