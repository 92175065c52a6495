import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** For each package of a clone, by its folder, a sha256 over names and bytes of all that is in `src` and `dist`. */
export async function digestPackages(folder: string): Promise<ReadonlyMap<string, string>> {
  const manifests = await Array.fromAsync(
    glob(['packages/*/package.json', 'packages/examples/*/package.json'], { cwd: folder }),
  );
  const packages = manifests.map((manifest) => dirname(manifest)).sort();
  const entries = packages.map(
    async (name) => [name, await digestFiles(join(folder, name))] as const,
  );
  return new Map(await Promise.all(entries));
}

async function digestFiles(folder: string): Promise<string> {
  const found = glob(['src/**', 'dist/**', 'dist/.*'], { cwd: folder, withFileTypes: true });
  const files = (await Array.fromAsync(found)).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const digest = createHash('sha256');
  for (const path of paths) {
    const contents = await readFile(path);
    digest.update(`${path.slice(folder.length)}\0${contents.length}\0`).update(contents);
  }
  return digest.digest('hex');
}
