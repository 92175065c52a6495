import type { Consumer } from './consumer.ts';
import { clientPackageName, findVersion, type KnownApi } from './known-api.ts';
import { lifecycleOf, type Lifecycle } from './lifecycle.ts';
import type { Problem } from './problem.ts';
import type { LiteralPath, Scan } from './scan.ts';

/** What a scan means on a given day. `--json` prints it as it is, with `null` for `undefined`. */
export interface StatusReport {
  /** Whether nothing was found that the caller wants to fail on. */
  readonly ok: boolean;
  /** The day it was made, in UTC. */
  readonly asOf: string;
  /** Every version that something below is on. */
  readonly versions: readonly VersionReport[];
  readonly consumers: readonly Consumer[];
  /** Consumers that several versions of one API, or copies of one client, end up in. */
  readonly twoVersions: readonly SeveralCopies[];
  readonly literalPaths: readonly LiteralPath[];
  readonly problems: readonly Problem[];
}

/** A version of an API that is in use. */
export interface VersionReport extends Lifecycle {
  readonly api: string;
  readonly id: string;
  readonly released: string | undefined;
  /** The newest version that this one leads to. */
  readonly successor: string | undefined;
  /** The client of that version. */
  readonly successorPackage: string | undefined;
  /** Whether the caller wants to fail on it. */
  readonly isFailing: boolean;
}

/** Copies of packages of one API that are installed for one consumer, and should be one version. */
export interface SeveralCopies {
  /** The folder of the consumer. */
  readonly consumer: string;
  readonly api: string;
  readonly copies: readonly Copy[];
}

export interface Copy {
  readonly package: string;
  readonly version: string | undefined;
  readonly resolved: string | undefined;
  /** The names it is reached through, its own at the end. */
  readonly path: readonly string[];
}

/**
 * Judges what a scan found.
 *
 * @param now - The day that counts, in UTC.
 * @param failOn - The number of days with support below which a version in use is a failure: 0 for those that have
 * none any more; `undefined` where nothing is.
 */
export function judge(
  { consumers, literalPaths }: Scan,
  problems: readonly Problem[],
  apis: readonly KnownApi[],
  now: Date,
  failOn: number | undefined,
): StatusReport {
  const versions = versionsInUse(consumers, literalPaths).map(({ api, id }): VersionReport => {
    const version = findVersion(apis, api, id);
    const lifecycle = lifecycleOf(version, now);
    const successor = newestSuccessor(apis, api, id);
    return {
      api,
      id,
      released: version?.released,
      ...lifecycle,
      successor,
      successorPackage: successor && clientPackageName(api, successor),
      isFailing: failOn !== undefined && isBelow(lifecycle, failOn),
    };
  });
  return {
    ok: !versions.some(({ isFailing }) => isFailing),
    asOf: now.toISOString().slice(0, 10),
    versions,
    consumers,
    twoVersions: consumers.flatMap(severalCopies),
    literalPaths,
    problems,
  };
}

function isBelow({ status, daysLeft }: Lifecycle, failOn: number): boolean {
  return status === 'unsupported' || (daysLeft !== undefined && daysLeft < failOn);
}

interface VersionKey {
  readonly api: string;
  readonly id: string;
}

function versionsInUse(
  consumers: readonly Consumer[],
  literalPaths: readonly LiteralPath[],
): VersionKey[] {
  const pinned = consumers.flatMap(({ pins, transitive }) => [...pins, ...transitive]);
  const imported = consumers.flatMap(({ unpinnedImports }) => unpinnedImports);
  const used = [
    ...[...pinned, ...imported].flatMap(({ identity: { api, version } }) =>
      version === undefined ? [] : [{ api, id: version }],
    ),
    ...literalPaths.map(({ api, version }) => ({ api, id: version })),
  ];
  const distinct = new Map(used.map((key) => [`${key.api} ${key.id}`, key]));
  return [...distinct.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
}

/** Moving twice is no use where one move does it. */
function newestSuccessor(apis: readonly KnownApi[], api: string, id: string): string | undefined {
  const seen = new Set([id]);
  let newest: string | undefined;
  for (let next = findVersion(apis, api, id)?.successor; next !== undefined && !seen.has(next);) {
    seen.add(next);
    newest = next;
    next = findVersion(apis, api, next)?.successor;
  }
  return newest;
}

/** Clients and validators of one API that are of different versions, or copies of one package. */
function severalCopies({ folder, pins, transitive }: Consumer): SeveralCopies[] {
  const copies = [...pins.map((pin) => ({ ...pin, path: [pin.name] })), ...transitive].filter(
    ({ identity }) => identity.role !== 'compat',
  );
  return [...Map.groupBy(copies, ({ identity }) => identity.api)].flatMap(([api, group]) => {
    const versions = new Set(group.map(({ identity }) => identity.version));
    const installed = group.filter(({ resolved }) => resolved !== undefined);
    const packages = new Set(installed.map((each) => each.package));
    const releases = new Set(installed.map((each) => `${each.package}@${each.resolved}`));
    if (versions.size < 2 && releases.size === packages.size) return [];
    return [
      {
        consumer: folder,
        api,
        copies: group.map(({ package: name, identity, resolved, path }) => ({
          package: name,
          version: identity.version,
          resolved,
          path,
        })),
      },
    ];
  });
}
