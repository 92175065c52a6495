import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from './measure.ts';

/** A folder in `peers/`: what others have written, with its own package.json and outside the workspace. */
export function pathOf(folder: string): string {
  return join(import.meta.dirname, 'peers', folder);
}

/** Name and version of a package that the folder asks for, as in `orval 8.38.0`. */
export function versionOf(folder: string, name: string): string {
  return `${name} ${dependenciesOf(folder)[name]}`;
}

/** Installs the packages of a folder where they are not there in the versions of its package.json. */
export async function installFolder(folder: string): Promise<void> {
  const wanted = Object.entries(dependenciesOf(folder));
  if (wanted.every(([name, version]) => installedVersion(folder, name) === version)) return;
  process.stderr.write(`installing ${folder}\n`);
  // With npm, since the folder is no part of the pnpm workspace, and every machine with Node has it.
  const flags = ['--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  await runProcess('npm', ['install', ...flags], { cwd: pathOf(folder) });
}

function dependenciesOf(folder: string): Record<string, string> {
  return readPackage(pathOf(folder)).dependencies ?? {};
}

function installedVersion(folder: string, name: string): string | undefined {
  const path = join(pathOf(folder), 'node_modules', name);
  return existsSync(path) ? readPackage(path).version : undefined;
}

interface Package {
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
}

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
}
