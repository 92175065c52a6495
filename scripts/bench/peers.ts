import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from './measure.ts';

/** Another generator, in a folder with its package.json and its own config file. */
export interface Peer {
  /** Its folder in `peers/`. */
  readonly folder: string;
  /** The package that the version of the whole is told by. */
  readonly package: string;
  /** What its command line is, with the script first. */
  readonly args: readonly string[];
  /** Whether it emits types, client and validators, as ours does. */
  readonly isComplete: boolean;
}

/** The generators that ours is compared with. */
export const peers: readonly Peer[] = [
  {
    folder: 'hey-api',
    package: '@hey-api/openapi-ts',
    // What its command starts as a second process.
    args: ['node_modules/@hey-api/openapi-ts/dist/run.mjs'],
    isComplete: true,
  },
  {
    folder: 'orval',
    package: 'orval',
    args: ['node_modules/.bin/orval'],
    isComplete: true,
  },
  {
    folder: 'kubb-4',
    package: '@kubb/cli',
    args: ['node_modules/.bin/kubb', 'generate'],
    isComplete: true,
  },
  {
    // Its plugins for types and clients cannot be had in a version that goes with kubb 5, so it does a third of the work.
    folder: 'kubb-5',
    package: 'kubb',
    args: ['node_modules/.bin/kubb', 'generate'],
    isComplete: false,
  },
];

/** Where the peer's config and packages are. */
export function folderOf({ folder }: Peer): string {
  return join(import.meta.dirname, 'peers', folder);
}

/** Name and version, as in `orval 8.38.0`. */
export function nameOf(peer: Peer): string {
  const version = dependenciesOf(peer)[peer.package];
  return `${peer.package} ${version}${peer.isComplete ? '' : ', validators alone'}`;
}

/** Installs the packages of a peer where they are not there in the versions of its package.json. */
export async function installPeer(peer: Peer): Promise<void> {
  const wanted = Object.entries(dependenciesOf(peer));
  if (wanted.every(([name, version]) => installedVersion(peer, name) === version)) return;
  process.stderr.write(`installing ${nameOf(peer)}\n`);
  // With npm, since the folder is no part of the pnpm workspace, and every machine with Node has it.
  const flags = ['--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  await runProcess('npm', ['install', ...flags], { cwd: folderOf(peer) });
}

function dependenciesOf(peer: Peer): Record<string, string> {
  return readPackage(folderOf(peer)).dependencies ?? {};
}

function installedVersion(peer: Peer, name: string): string | undefined {
  const folder = join(folderOf(peer), 'node_modules', name);
  return existsSync(folder) ? readPackage(folder).version : undefined;
}

interface Package {
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
}

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
}
