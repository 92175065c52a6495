import { runNode, type ProcessOptions, type Usage } from './measure.ts';
import { pathOf, versionOf } from './peer-folder.ts';

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

/** A document for a peer to generate from; paths are absolute. */
export interface PeerDocument {
  readonly name: string;
  readonly spec: string;
  readonly out: string;
}

/** Name and version, as in `orval 8.38.0`. */
export function nameOf(peer: Peer): string {
  const version = versionOf(peer.folder, peer.package);
  return `${version}${peer.isComplete ? '' : ', validators alone'}`;
}

/** Lets a peer generate from the documents. */
export function runPeer(
  peer: Peer,
  documents: readonly PeerDocument[],
  options: Omit<ProcessOptions, 'cwd'> = {},
): Promise<Usage> {
  return runNode(peer.args, {
    ...options,
    cwd: pathOf(peer.folder),
    env: { ...options.env, BENCH_DOCUMENTS: JSON.stringify(documents) },
  });
}
