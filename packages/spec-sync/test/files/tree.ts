import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { onTestFinished } from 'vitest';

/** Files by their paths; an empty folder has a path that ends in `/`, and `undefined` for contents. */
export type Tree = Readonly<Record<string, string | undefined>>;

/** A folder that holds `files` and is removed after the test. */
export async function createTree(files: Tree): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'apipin-files-')));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await fillTree(root, files);
  return root;
}

/** Makes `root` hold `files` and nothing else. */
export async function fillTree(root: string, files: Tree): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(contents === undefined ? join(root, path) : dirname(join(root, path)), {
      recursive: true,
    });
    if (contents !== undefined) await writeFile(join(root, path), contents);
  }
}

/** Everything below `root`, hidden or not; of a link, where it leads. */
export async function readTree(root: string): Promise<Tree> {
  return Object.fromEntries(await readEntries(root, ''));
}

async function readEntries(root: string, path: string): Promise<[string, string | undefined][]> {
  const place = join(root, path);
  const stats = await lstat(place);
  if (stats.isSymbolicLink()) return [[path, `-> ${await readlink(place)}`]];
  if (stats.isFile()) return [[path, await readFile(place, 'utf8')]];
  const names = (await readdir(place)).sort();
  if (names.length === 0 && path !== '') return [[`${path}/`, undefined]];
  return (await Promise.all(names.map((name) => readEntries(root, posix.join(path, name))))).flat();
}
