import { appendFile, glob, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeCopies } from './big-documents.ts';

const MODEL = 'custom-channels';
const VERSIONS = ['v3', '2026-03'] as const;

/**
 * Writes `count` more APIs into a clone of the repository, each in two versions: specs of three operations, and packages
 * for client and validators that are those of our own API under another name. They are ready to be generated.
 */
export async function writeApis(root: string, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `orders-${index}`);
  for (const name of names) {
    for (const version of VERSIONS) {
      await writeSpec(root, name, version);
      await copyPackage(root, `${MODEL}-${version}`, name);
      await copyPackage(root, `${MODEL}-${version}-zod`, name);
    }
  }
  // JSON is YAML, and `apis` is the last key of the file.
  const lines = names.map(
    (name) => `  ${name}: ${JSON.stringify({ versions: versionsOf(name) })}\n`,
  );
  await appendFile(join(root, 'specs/versions.yaml'), lines.join(''));
}

/** Changes what the spec of one version of one API says, to something else for each `round`. */
export async function editSpec(root: string, round: number): Promise<void> {
  const path = pathOfSpec(root, 'orders-0', VERSIONS[0]);
  const spec = await readFile(path, 'utf8');
  await writeFile(path, spec.replace(/List orders[^"]*/, `List orders, page by page (${round})`));
}

function versionsOf(name: string): readonly object[] {
  return VERSIONS.map((id) => ({ id, spec: `${id}/${name}.yaml`, status: 'supported' }));
}

function pathOfSpec(root: string, name: string, version: string): string {
  return join(root, 'specs', version, `${name}.yaml`);
}

async function writeSpec(root: string, name: string, version: string): Promise<void> {
  const path = pathOfSpec(root, name, version);
  const written = await writeCopies(dirname(path), 1);
  await rename(written.path, path);
}

/** Everything of a package that is written by hand. */
async function copyPackage(root: string, model: string, name: string): Promise<void> {
  const from = join(root, 'packages', model);
  const to = join(root, 'packages', model.replace(MODEL, name));
  await mkdir(to);
  for await (const file of glob(['*.{json,md,ts}'], { cwd: from })) {
    const text = await readFile(join(from, file), 'utf8');
    await writeFile(join(to, file), text.replaceAll(MODEL, name));
  }
}
