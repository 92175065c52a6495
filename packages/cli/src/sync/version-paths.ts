import { posix } from 'node:path';
import type { VersionEntry } from '../versions-file.ts';

/** The files of one version, relative to the repository, with `/` between segments. */
export interface VersionPaths {
  readonly spec: string;
  /** Where the spec was taken from, and under which names. */
  readonly lock: string;
  /** What upstream has wrong, as an OpenAPI Overlay. */
  readonly overlay: string;
  /** A spec that is not taken yet. */
  readonly pendingSpec: string;
  /** Since when it waits. */
  readonly pendingLock: string;
}

/** The lock and the overlay stand beside the spec; what waits has a folder to itself. */
export function versionPaths({ spec }: VersionEntry): VersionPaths {
  const base = spec.replace(/\.(ya?ml|json)$/i, '');
  return {
    spec: posix.join('specs', spec),
    lock: posix.join('specs', `${base}.lock.yaml`),
    overlay: posix.join('specs', `${base}.overlay.yaml`),
    pendingSpec: posix.join('specs/pending', `${base}.yaml`),
    pendingLock: posix.join('specs/pending', `${base}.lock.yaml`),
  };
}
