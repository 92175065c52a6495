import { checkTarball } from '../check-tarball.ts';
import { nameAndVersion, type PackedPackage } from '../pack.ts';
import { ProcessError } from '../run-process.ts';
import type { Run } from './run.ts';

/** Whether the exports and types of a package resolve for those who install it. */
const LINTERS = [
  ['publint', '--strict'],
  ['attw', '--profile', 'esm-only'],
] as const;

/** Finds all that is wrong with tarballs: what publishing would refuse, and what publint and attw say of them. */
export async function lintTarballs(
  packed: readonly PackedPackage[],
  repository: string,
  run: Run,
): Promise<string[]> {
  const problems: string[] = [];
  for (const item of packed) {
    for (const { file, message } of checkTarball(item.tarball, repository)) {
      problems.push(`${nameAndVersion(item)}: ${file}: ${message}`);
    }
    for (const [linter, ...flags] of LINTERS) {
      const args = ['exec', linter, item.path, ...flags];
      await run('pnpm', args, { cwd: repository }).catch((error: unknown) => {
        if (!(error instanceof ProcessError)) throw error;
        problems.push(error.message);
      });
    }
  }
  return problems;
}
