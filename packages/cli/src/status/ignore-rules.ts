import { join, relative } from 'node:path';
import ignore from 'ignore';
import { toPosix } from './find-files.ts';
import type { ReportProblem } from './problem.ts';
import { readText, SIZE_LIMIT } from './read-file.ts';

/** What one `.gitignore` says. */
export interface IgnoreRules {
  /** `undefined` where no rule is about the path, which is absolute. */
  judge(path: string, isFolder: boolean): 'ignored' | 'kept' | undefined;
}

/**
 * The rules of the `.gitignore` in `folder`, if there is one.
 *
 * @see https://git-scm.com/docs/gitignore
 */
export async function readIgnoreRules(
  folder: string,
  reportProblem: ReportProblem,
): Promise<IgnoreRules> {
  const text = await readText(join(folder, '.gitignore'), SIZE_LIMIT.source, reportProblem);
  const lines = (text ?? '').split(/\r?\n/).filter(isMatchedInTime);
  const matcher = ignore().add(lines);
  return {
    judge(path, isFolder) {
      const { ignored, unignored } = matcher.test(
        `${toPosix(relative(folder, path))}${isFolder ? '/' : ''}`,
      );
      if (ignored) return 'ignored';
      return unignored ? 'kept' : undefined;
    },
  };
}

/** Patterns become regular expressions, and each wildcard multiplies the time that one of those may take. */
function isMatchedInTime(pattern: string): boolean {
  return pattern.split('*').length <= 9 && pattern.length <= 1000;
}
