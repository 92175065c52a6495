import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Size } from './sizes.ts';

/** Sizes by the name of the package. */
export type RecordedSizes = Readonly<Record<string, Size>>;

const FILE = 'scripts/release/sizes.json';

/** Reads the sizes that packages had in the last release. */
export async function readRecordedSizes(root: string): Promise<RecordedSizes> {
  return JSON.parse(await readFile(join(root, FILE), 'utf8')) as RecordedSizes;
}

/** Records the sizes that packages have in this release. */
export async function writeRecordedSizes(root: string, sizes: RecordedSizes): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(sizes).toSorted());
  await writeFile(join(root, FILE), `${JSON.stringify(sorted, null, 2)}\n`);
}
