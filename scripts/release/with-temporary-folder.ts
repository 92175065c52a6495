import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives `use` an empty folder, which is gone when it is done. */
export async function withTemporaryFolder<Result>(
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  // Compilers and package managers resolve links, so that the folder had better have none in its path.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'apipin-release-')));
  try {
    return await use(folder);
  } finally {
    // Processes that were ended a moment ago may still have files open.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
