import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onExit } from 'signal-exit';
import { FilesLockedError, type LockHolder } from './files-locked-error.ts';
import type { WorkFolder } from './work-folder.ts';

const HOST = encodeURIComponent(hostname());
/** How often a process looks whether the others have gone. */
const LOOKS = 20;
const PAUSE_MS = 25;

/** Entries of this process: what else bears its id was left by an earlier one. */
const ownEntries = new Set<string>();

/**
 * Makes this process the only one that works in `folder`, and gives the function that ends this.
 *
 * Every process announces itself by an entry named after its id, and goes on once it finds itself alone. So there is no
 * moment in which a lock exists and does not say whose it is, and what a dead process left can be removed by anybody,
 * which a single lock file would not allow: the second to find it stale would remove the lock of the first.
 *
 * @throws FilesLockedError where another process stays.
 */
export async function lockProcess(folder: WorkFolder): Promise<() => void> {
  const name = `${process.pid}@${HOST}`;
  const entry = join(folder.locks, name);
  if (ownEntries.has(entry)) throw new FilesLockedError(folder.root, toHolder(folder, name));
  ownEntries.add(entry);
  const removeEntry = (): void => {
    ownEntries.delete(entry);
    removeIfEmpty(entry);
    removeIfEmpty(folder.locks);
    removeIfEmpty(folder.path);
  };
  // Last, since what the holder of the lock has to clean up is no longer its own afterwards.
  const forgetExit = onExit(removeEntry, { alwaysLast: true });
  const release = (): void => {
    removeEntry();
    forgetExit();
  };
  try {
    await waitUntilAlone(folder, name, entry);
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

async function waitUntilAlone(folder: WorkFolder, name: string, entry: string): Promise<void> {
  for (let look = 1; ; look++) {
    mkdirSync(entry, { recursive: true });
    const others = livingOthers(folder, name);
    const [first] = others;
    if (first === undefined) return;
    if (look === LOOKS) throw new FilesLockedError(folder.root, toHolder(folder, first));
    // Of those that come at once the first by name stays and the others step back; else all would wait for each other.
    if (others.some((other) => other < name)) removeIfEmpty(entry);
    await delay(PAUSE_MS);
  }
}

/** The names of the entries of other processes, without those of dead ones, which are removed. */
function livingOthers(folder: WorkFolder, name: string): string[] {
  const others = readdirSync(folder.locks).filter((other) => other !== name);
  const dead = others.filter(
    (other) => !/^[1-9]\d*@./.test(other) || !isAlive(toHolder(folder, other)),
  );
  for (const other of dead) removeIfEmpty(join(folder.locks, other));
  return others.filter((other) => !dead.includes(other));
}

function toHolder(folder: WorkFolder, name: string): LockHolder {
  const at = name.indexOf('@');
  return {
    pid: Number(name.slice(0, at)),
    host: name.slice(at + 1),
    path: join(folder.locks, name),
  };
}

function isAlive({ pid, host }: LockHolder): boolean {
  // Nobody here can tell, so that it is for a person to decide.
  if (host !== HOST) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A folder that others have filled or removed meanwhile is theirs. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
}
