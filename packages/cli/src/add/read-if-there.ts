import { readFile } from 'node:fs/promises';
import { UsageError } from '../command.ts';

/**
 * The text of a file; `undefined` where there is none.
 *
 * @throws UsageError where a folder is in its place, or a file in the place of one of its folders.
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UsageError(`${path}: cannot be a file (${code}); move away what is in its place`, {
      cause,
    });
  }
}
