import { mkdir, rm } from 'node:fs/promises';

/** Makes `folder` anew and empty, after everything in `work` is gone. */
export async function emptyFolder(folder: string, work: string): Promise<void> {
  await rm(work, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** The environment of a generator: an empty `caches` makes a run the first one. */
export function environment(caches: string): Record<string, string> {
  // Where Node keeps the modules it has compiled.
  return { TMPDIR: caches, DO_NOT_TRACK: '1' };
}
