import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess, type Contender } from './measure.ts';

/**
 * Clones the last commit of `root` into `folder` and installs it there, to measure what `pnpm generate` costs, in ms:
 * as on a fresh clone, with everything done again, and with everything done.
 */
export async function createWorkspaceRuns(
  root: string,
  folder: string,
): Promise<Contender<number>[]> {
  process.stderr.write('cloning and installing the workspace\n');
  await runProcess('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, folder], {
    cwd: root,
  });
  await runProcess('pnpm', ['install', '--frozen-lockfile'], { cwd: folder });
  const generate = (...flags: string[]): Promise<number> =>
    runProcess('pnpm', ['generate', ...flags], { cwd: folder });
  return [
    {
      name: 'pnpm generate, fresh clone',
      async measure() {
        await runProcess('git', ['clean', '-xdfq', '-e', 'node_modules'], { cwd: folder });
        await rm(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
        return generate();
      },
    },
    { name: 'pnpm generate --force', measure: () => generate('--force') },
    { name: 'pnpm generate, all cached', measure: () => generate() },
  ];
}
