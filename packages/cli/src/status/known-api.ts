import type { HttpMethod } from '@apipin/openapi-model';
import type { VersionStatus } from '../versions-file.ts';

/** An API that consumers pin a version of. */
export interface KnownApi {
  readonly name: string;
  /** In the order of `specs/versions.yaml`. */
  readonly versions: readonly KnownVersion[];
}

/** One version of an API: how far it may be relied on, and what its requests look like. */
export interface KnownVersion {
  readonly id: string;
  readonly status?: VersionStatus | undefined;
  /** A day, or a month where no day is known. */
  readonly released?: string | undefined;
  /** A day, or a month where no day is known: the version is unsupported from its beginning. */
  readonly supportedUntil?: string | undefined;
  readonly successor?: string | undefined;
  readonly operations: readonly KnownOperation[];
}

/** What a literal path may be a request of. */
export interface KnownOperation {
  readonly operationId: string;
  readonly method: HttpMethod;
  /** The path template, with the path of the server before it. */
  readonly path: string;
}

/** What a package of an API is for. */
export type PackageRole = 'client' | 'validators' | 'compat';

/** A package that this project publishes for an API. */
export interface KnownPackage {
  readonly role: PackageRole;
  readonly api: string;
  /** The id of the version; none for the package that maps between versions. */
  readonly version: string | undefined;
}

/** The package with the client of a version. */
export function clientPackageName(api: string, version: string): string {
  return `@apipin/${api}-${version}`;
}

/** The package with the validators of a version. */
export function validatorsPackageName(api: string, version: string): string {
  return `${clientPackageName(api, version)}-zod`;
}

/** The package that runs code for one version on another. */
export function compatPackageName(api: string): string {
  return `@apipin/${api}-compat`;
}

/**
 * What the package `name` is, where it belongs to one of `apis`.
 *
 * A version that is not among the known ones counts as well: packages are published more often than this command is
 * updated.
 */
export function identifyPackage(name: string, apis: readonly KnownApi[]): KnownPackage | undefined {
  // The longest name first: "channels-extra-v1" is of "channels-extra", where there is such an API, not of "channels".
  const candidates = apis.toSorted((a, b) => b.name.length - a.name.length);
  const api = candidates.find((each) => name.startsWith(`@apipin/${each.name}-`));
  if (api === undefined) return undefined;
  if (name === compatPackageName(api.name)) {
    return { role: 'compat', api: api.name, version: undefined };
  }
  const rest = name.slice(clientPackageName(api.name, '').length);
  const id = rest.replace(/-zod$/, '');
  if (!api.versions.some((version) => version.id === id) && !VERSION_ID.test(id)) return undefined;
  return { role: id === rest ? 'client' : 'validators', api: api.name, version: id };
}

const VERSION_ID = /^(v\d+|\d{4}-\d{2}(-\d{2})?)$/;

/** The version of an API that `id` names. */
export function findVersion(
  apis: readonly KnownApi[],
  api: string,
  id: string | undefined,
): KnownVersion | undefined {
  const known = apis.find(({ name }) => name === api);
  return known?.versions.find((version) => version.id === id);
}

/** `newer` in place of what `older` says about the same versions, beside what only one of them has. */
export function mergeKnownApis(
  older: readonly KnownApi[],
  newer: readonly KnownApi[],
): readonly KnownApi[] {
  const names = new Set([...older, ...newer].map(({ name }) => name));
  return [...names].map((name) => {
    const versions = [...older, ...newer]
      .filter((api) => api.name === name)
      .flatMap((api) => api.versions);
    return { name, versions: [...new Map(versions.map((each) => [each.id, each])).values()] };
  });
}
