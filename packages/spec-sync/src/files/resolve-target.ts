import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { RefusedPathError } from './refused-path-error.ts';
import { WORK_FOLDER_NAME } from './work-folder.ts';

/** In lower case, since file systems may not tell it from upper case. */
const RESERVED = new Set(['.git', WORK_FOLDER_NAME]);

/**
 * Finds where below `root` a path really leads, with links between folders followed.
 *
 * @param root - Real and absolute.
 * @returns Relative to `root`, with `/` between segments.
 * @throws RefusedPathError where it leaves the root, or where something other than a file stands.
 */
export async function resolveTarget(root: string, path: string): Promise<string> {
  if (path.split('/').some(isUnsafeSegment)) {
    throw new RefusedPathError(path, 'this does not lead to a file below the root; name one there');
  }
  const target = join(await resolveFolder(root, path), basename(path));
  const resolved = relative(root, target).split(sep).join('/');
  if (resolved.split('/').some((segment) => RESERVED.has(segment.toLowerCase()))) {
    throw new RefusedPathError(path, 'this place is for git or apipin alone; choose another');
  }
  const stats = await findStats(target);
  if (stats?.isFile() === false) {
    const found = stats.isSymbolicLink() ? 'a link' : 'something other than a file';
    throw new RefusedPathError(path, `${found} stands there; move it away`);
  }
  return resolved;
}

function isUnsafeSegment(segment: string): boolean {
  return segment === '' || segment === '.' || segment === '..' || /[\\\0]/.test(segment);
}

/** The folder of `path`, absolute. It need not exist, but what exists of it has to be inside. */
async function resolveFolder(root: string, path: string): Promise<string> {
  const wanted = dirname(join(root, path));
  let existing = wanted;
  while (existing !== root && (await findStats(existing)) === undefined) {
    existing = dirname(existing);
  }
  const real = await realpath(existing).catch(() => undefined);
  if (real === undefined || !(await lstat(real)).isDirectory()) {
    throw new RefusedPathError(path, `${existing} is not a folder; move it away`);
  }
  if (real !== root && !real.startsWith(root + sep)) {
    throw new RefusedPathError(
      path,
      `${existing} leads out of the root; put a folder in its place`,
    );
  }
  return join(real, relative(existing, wanted));
}

async function findStats(path: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
