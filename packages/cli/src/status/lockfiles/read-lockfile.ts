import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import type { ReportProblem } from '../problem.ts';
import type { Project } from '../project.ts';
import { readText, SIZE_LIMIT } from '../read-file.ts';
import { parseBunLock } from './bun-lock.ts';
import type { LockGraph } from './lock-graph.ts';
import type { LockedProject } from './locked-project.ts';
import { parseNpmLock } from './npm-lock.ts';
import { parsePnpmLock } from './pnpm-lock.ts';
import { parseYarnBerryLock } from './yarn-berry-lock.ts';
import { parseYarnClassicLock } from './yarn-classic-lock.ts';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** A lockfile, and what it says. */
export interface Lockfile {
  /** Absolute. */
  readonly path: string;
  /** Absolute. */
  readonly folder: string;
  readonly packageManager: PackageManager;
  /** Absent where the file cannot be read, or has nothing of what is looked for. */
  readonly graph: LockGraph | undefined;
}

interface LockFormat {
  readonly name: string;
  readonly packageManager: PackageManager;
  parse(text: string, projects: readonly LockedProject[]): LockGraph;
}

/** In the order in which they are believed where a folder has several. */
const FORMATS: readonly LockFormat[] = [
  { name: 'pnpm-lock.yaml', packageManager: 'pnpm', parse: parsePnpmLock },
  { name: 'npm-shrinkwrap.json', packageManager: 'npm', parse: parseNpmLock },
  { name: 'package-lock.json', packageManager: 'npm', parse: parseNpmLock },
  { name: 'yarn.lock', packageManager: 'yarn', parse: parseYarnLock },
  { name: 'bun.lock', packageManager: 'bun', parse: parseBunLock },
  { name: 'bun.lockb', packageManager: 'bun', parse: refuseBinary },
];

/** Whether a file of this name is a lockfile. */
export function isLockfile(name: string): boolean {
  return FORMATS.some((format) => format.name === name);
}

/** Whether there is a lockfile in `folder`. */
export function hasLockfile(folder: string): boolean {
  return findFormat(folder) !== undefined;
}

/**
 * Reads the lockfile in `folder`, which is absolute.
 *
 * @param projects - Those it may be about.
 * @param isRelevant - Whether the text is worth parsing: lockfiles are large, and most have nothing to do with any API.
 */
export async function readLockfile(
  folder: string,
  projects: readonly Project[],
  isRelevant: (text: string) => boolean,
  reportProblem: ReportProblem,
): Promise<Lockfile | undefined> {
  const format = findFormat(folder);
  if (format === undefined) return undefined;
  const { name, packageManager } = format;
  const path = posix.join(folder, name);
  const text = await readText(path, SIZE_LIMIT.lockfile, reportProblem);
  if (text === undefined || !isRelevant(text))
    return { path, folder, packageManager, graph: undefined };
  try {
    const locked = projects.map((project) => toLockedProject(project, folder));
    return { path, folder, packageManager, graph: format.parse(text, locked) };
  } catch (error) {
    const [reason] = (error as Error).message.split('\n', 1);
    reportProblem(path, `cannot be read as a lockfile: ${reason}`);
    return { path, folder, packageManager, graph: undefined };
  }
}

function findFormat(folder: string): LockFormat | undefined {
  return FORMATS.find(({ name }) => existsSync(posix.join(folder, name)));
}

function parseYarnLock(text: string, projects: readonly LockedProject[]): LockGraph {
  const parse = /^__metadata:/m.test(text) ? parseYarnBerryLock : parseYarnClassicLock;
  return parse(text, projects);
}

function refuseBinary(): never {
  throw new Error('it is binary; bun install --save-text-lockfile writes bun.lock beside it');
}

function toLockedProject(
  { folder, name, version, dependencies }: Project,
  root: string,
): LockedProject {
  const all = [...dependencies];
  return {
    folder: posix.relative(root, folder),
    name,
    version,
    dependencies: new Map(all.map(([dependency, { specifier }]) => [dependency, specifier])),
    development: new Set(
      all.flatMap(([dependency, { field }]) => (field === 'devDependencies' ? [dependency] : [])),
    ),
  };
}
