import { posix } from 'node:path';
import { UsageError } from '../command.ts';
import type { VersionEntry } from '../versions-file.ts';

/** A version that the user asks for, and where its document is. */
export interface RequestedVersion {
  readonly id: string;
  /** A path, a URL, or `-`. */
  readonly source: string;
}

/** What is to be added to a repository, decided before any document is read. */
export interface Addition {
  readonly api: string;
  /** The new versions, the older first. */
  readonly added: readonly VersionEntry[];
  /** The last of them. */
  readonly newest: VersionEntry;
  /** The versions of the API that the repository has. */
  readonly siblings: readonly VersionEntry[];
  /** The versions to map between, where a compatibility package is made. */
  readonly pair: VersionPair | undefined;
}

/** A version and its successor. */
export interface VersionPair {
  readonly old: VersionEntry;
  readonly current: VersionEntry;
}

/**
 * Decides what `requested` versions of `api` mean beside the versions that a repository has.
 *
 * @throws UsageError where that is nothing the repository could hold.
 */
export function planAddition(
  api: string,
  requested: readonly RequestedVersion[],
  present: readonly VersionEntry[],
): Addition {
  const ids = requested.map(({ id }) => id);
  refuseNames(api, ids);
  const siblings = present.filter((version) => version.api === api);
  refuseVersions(api, ids, siblings);

  const added = ids.map((id) => createEntry(api, id));
  const newest = added.at(-1);
  if (newest === undefined) throw new UsageError('name a version and its spec: --spec v3=<file>');
  const pair = pairOf([...siblings, ...added]);
  return {
    api,
    added: added.map((version) => (version.id === pair?.old.id ? pair.old : version)),
    newest,
    siblings,
    pair,
  };
}

/** A compatibility package serves one pair, and the repository generates one for an API. */
function pairOf([old, current, ...others]: readonly VersionEntry[]): VersionPair | undefined {
  if (old === undefined || current === undefined || others.length > 0) return undefined;
  const { successor = current.id } = old;
  return successor === current.id ? { old: { ...old, successor }, current } : undefined;
}

function createEntry(api: string, id: string): VersionEntry {
  return {
    api,
    id,
    spec: posix.join(id, `${api}.yaml`),
    status: undefined,
    released: undefined,
    supportedUntil: undefined,
    successor: undefined,
  };
}

/** Words of an npm name; so written, no file system takes two of them for the same. */
const NAME = /^[a-z\d]+(?:[-._][a-z\d]+)*$/;

/** npm takes 214 characters for the scope, the API, the version and what follows. */
const LONGEST = 90;

function refuseNames(api: string, ids: readonly string[]): void {
  const wrong = [api, ...ids].find((name) => !NAME.test(name) || name.length > LONGEST);
  if (wrong !== undefined) {
    throw new UsageError(
      `${JSON.stringify(wrong)} becomes part of package names; use up to ${LONGEST} small letters and digits, with "-", "." or "_" between them`,
    );
  }
  const folders = [`${api}-compat`, ...ids.flatMap((id) => [`${api}-${id}`, `${api}-${id}-zod`])];
  const twice = folders.find((folder, index) => folders.indexOf(folder) !== index);
  if (twice !== undefined) {
    throw new UsageError(`two packages would be called @apipin/${twice}; name the versions apart`);
  }
}

function refuseVersions(
  api: string,
  ids: readonly string[],
  siblings: readonly VersionEntry[],
): void {
  const known = siblings.find(({ id }) => ids.includes(id));
  if (known !== undefined) {
    throw new UsageError(
      `${api} has a version ${known.id} already, in specs/${known.spec}; apipin sync takes a new spec for it`,
    );
  }
  if (siblings.length > 0 && ids.length > 1) {
    throw new UsageError(`${api} is here already; add one version at a time, the oldest first`);
  }
  if (ids.length > 2) {
    throw new UsageError(
      `two versions at most, which become a pair for ${api}-compat; add the others one at a time afterwards`,
    );
  }
}
