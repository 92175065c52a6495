import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusedPathError } from './refused-path-error.ts';

/** The name of the folder at the root that exists while files are written; git has to ignore it. */
export const WORK_FOLDER_NAME = '.apipin';

/**
 * Where a write is prepared: new files, old files and the journal.
 *
 * It is at the root because a rename needs the same file system, and not in `node_modules`, which may be another one,
 * may not be there, and is removed by people who expect to lose nothing.
 */
export interface WorkFolder {
  /** Real and absolute. */
  readonly root: string;
  readonly path: string;
  /** A folder with an entry for each process that works here or wants to. */
  readonly locks: string;
  /** A folder of new contents, each under the index of its change. */
  readonly staged: string;
  /** A folder of old files, each under the index of its change. */
  readonly previous: string;
  /** Exists from just before the first rename until just after the last. */
  readonly journal: string;
  /** What becomes the journal once it is complete. */
  readonly journalDraft: string;
}

/**
 * Names the work folder of `root`; creates nothing.
 *
 * @throws RefusedPathError where a link in its place leads elsewhere: a repository is not to say what is moved there.
 */
export async function locateWorkFolder(root: string): Promise<WorkFolder> {
  const realRoot = await realpath(root);
  const path = join(realRoot, WORK_FOLDER_NAME);
  const folder: WorkFolder = {
    root: realRoot,
    path,
    locks: join(path, 'locks'),
    staged: join(path, 'new'),
    previous: join(path, 'old'),
    journal: join(path, 'journal.json'),
    journalDraft: join(path, 'journal.json.new'),
  };
  for (const place of [path, folder.locks, folder.staged, folder.previous]) {
    if (await isOtherThanFolder(place)) {
      throw new RefusedPathError(place, 'this is not a folder, though apipin needs one; remove it');
    }
  }
  return folder;
}

async function isOtherThanFolder(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats !== undefined && !stats.isDirectory();
}
