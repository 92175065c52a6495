import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from './run-process.ts';

/** The parts of a package.json that a release looks at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Reads the packages of the workspace, without its root. */
export async function readPackages(root: string): Promise<WorkspacePackage[]> {
  const listing = await runProcess('pnpm', ['list', '--recursive', '--depth=-1', '--json'], {
    cwd: root,
  });
  const folders = (JSON.parse(listing) as { path: string }[]).map(({ path }) => path);
  return Promise.all(
    folders
      .filter((folder) => folder !== root)
      .map(async (folder) => ({
        folder,
        manifest: JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest,
      })),
  );
}

/** Reads the packages of the workspace that are published: those that are not private. */
export async function readPublishedPackages(root: string): Promise<WorkspacePackage[]> {
  return (await readPackages(root)).filter(({ manifest }) => manifest.private !== true);
}
