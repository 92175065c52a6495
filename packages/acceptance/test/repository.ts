import { fileURLToPath } from 'node:url';

/** The absolute path of a file of this repository. */
export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}
