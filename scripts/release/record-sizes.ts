/** Writes down how large the packages are, for the next release to compare with. `pnpm release:version` ends with this. */
import { resolve } from 'node:path';
import { pack } from './pack.ts';
import { writeRecordedSizes } from './recorded-sizes.ts';
import { sizeOf } from './sizes.ts';
import { withTemporaryFolder } from './with-temporary-folder.ts';
import { readPublishedPackages } from './workspace-packages.ts';

const ROOT = resolve(import.meta.dirname, '../..');

await withTemporaryFolder(async (folder) => {
  const sizes = new Map<string, ReturnType<typeof sizeOf>>();
  for (const item of await readPublishedPackages(ROOT)) {
    sizes.set(item.manifest.name, sizeOf((await pack(item, folder)).tarball));
  }
  await writeRecordedSizes(ROOT, Object.fromEntries(sizes));
});
