import { readFile, stat } from 'node:fs/promises';
import type { ReportProblem } from './problem.ts';

/** The size of files, in bytes, above which each kind is skipped. */
export const SIZE_LIMIT = {
  /** What people write stays far below it; bundles and recordings do not. */
  source: 2 * 1024 * 1024,
  lockfile: 64 * 1024 * 1024,
} as const;

/**
 * The bytes of a file.
 *
 * @returns `undefined` where there is no such file, or, with a problem reported, where it is not to be read.
 */
export async function readBytes(
  path: string,
  limit: number,
  reportProblem: ReportProblem,
): Promise<Buffer | undefined> {
  try {
    const { size } = await stat(path);
    if (size <= limit) return await readFile(path);
    reportProblem(path, `larger than ${limit / 1024 / 1024} MiB, and not read`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') reportProblem(path, `cannot be read: ${code ?? message}`);
  }
  return undefined;
}

/** The text of a file, without a byte order mark; see {@link readBytes}. */
export async function readText(
  path: string,
  limit: number,
  reportProblem: ReportProblem,
): Promise<string | undefined> {
  const bytes = await readBytes(path, limit, reportProblem);
  return bytes && new TextDecoder().decode(bytes);
}
