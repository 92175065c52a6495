import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { readIgnoreRules, type IgnoreRules } from './ignore-rules.ts';
import type { ReportProblem } from './problem.ts';

/** Folders of installed, built or versioned files, which nobody edits. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', 'dist', '.git', '.yarn']);

/**
 * The files below `root` that are part of a project, as paths relative to it, with `/` between segments; sorted.
 *
 * Files that `.gitignore` excludes are left out. Symbolic links are not followed: what they lead to is found where it
 * stands, and never twice.
 */
export async function findFiles(root: string, reportProblem: ReportProblem): Promise<string[]> {
  const files: string[] = [];
  const pending = [{ folder: root, rules: await rulesAround(root, reportProblem) }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { folder } = next;
    const entries = await list(folder, reportProblem);
    const rules = entries.some(({ name }) => name === '.gitignore')
      ? [await readIgnoreRules(folder, reportProblem), ...next.rules]
      : next.rules;
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder ? SKIPPED_FOLDERS.has(entry.name) : !entry.isFile()) continue;
      if (isIgnored(path, isFolder, rules)) continue;
      if (isFolder) pending.push({ folder: path, rules });
      else files.push(toPosix(relative(root, path)));
    }
  }
  return files.toSorted();
}

/** `path` with `/` between segments. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** `folder` and those around it, the nearest first; up to the root of the repository, where it is in one. */
export function foldersUp(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; !isRepository(at) && dirname(at) !== at;) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

/** Outside a repository, what stands above the scanned folder is not about it. */
async function rulesAround(root: string, reportProblem: ReportProblem): Promise<IgnoreRules[]> {
  const folders = foldersUp(root);
  if (!isRepository(folders.at(-1) ?? root)) return [];
  return Promise.all(folders.slice(1).map((folder) => readIgnoreRules(folder, reportProblem)));
}

async function list(folder: string, reportProblem: ReportProblem) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    reportProblem(folder, `cannot be listed: ${(error as NodeJS.ErrnoException).code}`);
    return [];
  }
}

/** The nearest rules that say anything decide, as in git. */
function isIgnored(path: string, isFolder: boolean, rules: readonly IgnoreRules[]): boolean {
  for (const each of rules) {
    const verdict = each.judge(path, isFolder);
    if (verdict !== undefined) return verdict === 'ignored';
  }
  return false;
}
