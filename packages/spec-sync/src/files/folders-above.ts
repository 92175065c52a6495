import { dirname } from 'node:path';

/** The folders on the way to a relative `path`, the nearest first, the root (`.`) last. */
export function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(folder)];
}
