import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileChange } from './file-change.ts';
import { foldersAbove } from './folders-above.ts';
import { digestOf, type Journal } from './journal.ts';
import { planChanges, type PlannedChange } from './plan-changes.ts';
import { RecoveryError } from './recovery-error.ts';
import { RefusedPathError } from './refused-path-error.ts';
import { swapFiles } from './swap-files.ts';
import type { WorkFolder } from './work-folder.ts';
import { WriteFailedError } from './write-failed-error.ts';

/**
 * Stages what is to change, then swaps it in at once.
 *
 * @throws RefusedPathError, WriteFailedError, RecoveryError
 */
export async function writeChanges(
  folder: WorkFolder,
  changes: readonly FileChange[],
): Promise<void> {
  try {
    const planned = await planChanges(folder.root, changes);
    if (planned.length === 0) return;
    await stage(folder, planned);
    swapFiles(folder, createJournal(folder, planned));
  } catch (error) {
    if (error instanceof RefusedPathError || error instanceof RecoveryError) throw error;
    throw new WriteFailedError(folder.root, (error as Error).message, { cause: error });
  } finally {
    discardLeftovers(folder);
  }
}

async function stage(folder: WorkFolder, planned: readonly PlannedChange[]): Promise<void> {
  mkdirSync(folder.previous);
  mkdirSync(folder.staged);
  for (const [index, { before, after }] of planned.entries()) {
    if (after === undefined) continue;
    const file = join(folder.staged, String(index));
    writeFileSync(file, after, { flush: true });
    if (before !== undefined) chmodSync(file, before.mode);
    // A signal is acted on here, where nothing is under way: an asynchronous write would go on behind the clean-up.
    await setImmediate();
  }
}

function createJournal({ root }: WorkFolder, planned: readonly PlannedChange[]): Journal {
  const needed = new Set(
    planned.flatMap(({ path, after }) => (after === undefined ? [] : foldersAbove(path))),
  );
  return {
    files: planned.map(({ path, before, after }) => ({
      path,
      before: before === undefined ? null : digestOf(before.contents),
      after: after === undefined ? null : digestOf(after),
    })),
    // Sorted, a folder comes after its parent.
    folders: [...needed].filter((path) => !existsSync(join(root, path))).sort(),
  };
}

/** Removes what was prepared in `folder`, unless a journal still needs it. */
export function discardLeftovers(folder: WorkFolder): void {
  if (existsSync(folder.journal)) return;
  for (const leftover of [folder.staged, folder.previous, folder.journalDraft]) {
    try {
      rmSync(leftover, { recursive: true, force: true });
    } catch {
      // The files are as they should be, and what is left here is in nobody's way: the next process removes it.
    }
  }
}
