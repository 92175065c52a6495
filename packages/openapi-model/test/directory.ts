import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Writes `files`, by path relative to a new directory, and removes the directory when the test is over.
 *
 * @returns The path of the directory.
 */
export async function createDirectory(files: {
  readonly [path: string]: string | Uint8Array;
}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'apipin-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), contents);
  }
  return directory;
}
