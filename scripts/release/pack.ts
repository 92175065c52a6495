import { readFile } from 'node:fs/promises';
import { runProcess } from './run-process.ts';
import { readTarball, type Tarball } from './tarball.ts';
import type { Manifest, WorkspacePackage } from './workspace-packages.ts';

/** A package, and the tarball that is published of it. */
export interface PackedPackage extends WorkspacePackage {
  /** Where the tarball is. */
  readonly path: string;
  readonly tarball: Tarball;
}

/** Packs a package into `folder`, with the versions of the workspace and of the catalog in its package.json. */
export async function pack(item: WorkspacePackage, folder: string): Promise<PackedPackage> {
  const output = await runProcess('pnpm', ['pack', '--json', '--pack-destination', folder], {
    cwd: item.folder,
  });
  const { filename } = JSON.parse(output) as { filename: string };
  return { ...item, path: filename, tarball: await readTarball(await readFile(filename)) };
}

/** As in `@apipin/cli@0.1.0`. */
export function nameAndVersion({ manifest }: { readonly manifest: Manifest }): string {
  return `${manifest.name}@${manifest.version}`;
}
