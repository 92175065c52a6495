import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runProcess } from './measure.ts';
import { pathOf } from './peer-folder.ts';

/** Writes `source` into `folder` and bundles it into a module for Node that still imports zod; gives its path. */
export async function bundleForNode(folder: string, name: string, source: string): Promise<string> {
  return bundle(folder, name, source, ['--platform=node', '--external:zod']);
}

/** What would have to be loaded, in bytes. */
export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

/** Writes `source` into `folder`, and measures it bundled with all that it imports, less the modules of Node. */
export async function measureBundle(
  folder: string,
  name: string,
  source: string,
  platform: 'browser' | 'node' = 'browser',
): Promise<Size> {
  const path = await bundle(folder, name, source, [`--platform=${platform}`, '--minify']);
  const contents = await readFile(path);
  return { minified: contents.length, gzipped: gzipSync(contents, { level: 9 }).length };
}

async function bundle(
  folder: string,
  name: string,
  source: string,
  flags: readonly string[],
): Promise<string> {
  const entry = join(folder, `${name}.ts`);
  const out = join(folder, `${name}.bundle.js`);
  await writeFile(entry, source);
  const esbuild = join(pathOf('esbuild'), 'node_modules/esbuild/bin/esbuild');
  await runProcess(
    process.execPath,
    [esbuild, entry, '--bundle', '--format=esm', `--outfile=${out}`, ...flags],
    // Where what ajv and typia emit looks for its helpers.
    { cwd: folder, env: { NODE_PATH: join(pathOf('ajv'), 'node_modules') } },
  );
  return out;
}
