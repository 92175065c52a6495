/**
 * Measures what a browser has to load of a client that calls one operation, and of one that calls all.
 *
 * Prints a Markdown table; `RESULTS.md` says what it means. `packages/acceptance` holds our own sizes to a budget.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBundle, type Size } from './bundle.ts';
import { installClients } from './client-packages.ts';
import { installFolder, pathOf, versionOf } from './peer-folder.ts';
import { formatTable } from './table.ts';
import { ONE_OPERATION, typedClients } from './typed-clients.ts';

/** SDKs in which every operation is a method of one object, so that one of them brings all. */
const WHOLE_CLIENTS = ['openai', '@hubspot/api-client'].map((name) => ({
  name: versionOf('clients', name),
  path: join(pathOf('clients'), `${name.replace(/^@|\/.*/g, '')}.js`),
}));

const root = join(import.meta.dirname, '../..');
const scratch = await mkdtemp(join(tmpdir(), 'apipin-bench-'));
try {
  await installFolder('esbuild');
  await installClients(root, join(root, 'specs/2026-03/custom-channels.yaml'), scratch);
  const rows: string[][] = [];
  const measure = (folder: string, file: string): Promise<Size> =>
    measureBundle(scratch, `${folder}-${file}`, `export * from './consumers/${folder}/${file}';`);
  for (const { name, folder } of typedClients) {
    const sizes = [await measure(folder, 'one.ts'), await measure(folder, 'all.ts')];
    rows.push([name, ...sizes.flatMap(sizeCells)]);
  }
  const { name, folder } = ONE_OPERATION;
  rows.splice(1, 0, [name, ...sizeCells(await measure(folder, 'one.ts')), '–', '–']);
  for (const [index, { name, path }] of WHOLE_CLIENTS.entries()) {
    const source = `export * from ${JSON.stringify(path)};`;
    // For Node, since they import modules of Node.
    const size = await measureBundle(scratch, `whole-${index}`, source, 'node');
    rows.push([name, '–', '–', ...sizeCells(size)]);
  }
  console.log(formatTable(['Bundle', 'One operation', 'gzip', 'All', 'gzip'], rows));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

function sizeCells({ minified, gzipped }: Size): string[] {
  return [minified, gzipped].map((bytes) => `${(bytes / 1000).toFixed(1)} kB`);
}
