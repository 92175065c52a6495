import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from '../run-process.ts';
import type { Run } from './run.ts';

/**
 * Clones the last commit of `root` into `folder`, and installs and builds it there: a rehearsal changes versions and
 * changelogs, and `root` is somebody's work.
 */
export async function copyRepository(root: string, folder: string, run: Run): Promise<void> {
  await run('git', ['clone', '--quiet', root, folder], { cwd: root });
  await run('pnpm', ['install', '--frozen-lockfile'], { cwd: folder });
  await run('pnpm', ['build'], { cwd: folder });
}

/** What stands in the working tree and in no commit, and so is not rehearsed. */
export async function findUncommitted(root: string): Promise<string[]> {
  const status = await runProcess('git', ['status', '--porcelain'], { cwd: root });
  return status.split('\n').filter((line) => line !== '');
}

/** Whether there is anything to release that does not have a version yet. */
export async function hasChangesets(repository: string): Promise<boolean> {
  const files = await readdir(join(repository, '.changeset'));
  return files.some((file) => file.endsWith('.md') && file !== 'README.md');
}
