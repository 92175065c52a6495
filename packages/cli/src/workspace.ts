import { existsSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import type { CompatPackages } from '@apipin/codegen';
import { UsageError } from './command.ts';
import { KNOWN_APIS_FOLDER } from './status/emit-known-apis.ts';
import type { Target } from './target.ts';
import { findRepository, readVersions, VERSIONS_FILE, type VersionEntry } from './versions-file.ts';

/**
 * Everything that the repository around `folder` generates, with paths relative to `folder`.
 *
 * @throws UsageError where there is no such repository.
 */
export async function findTargets(folder: string): Promise<Target[]> {
  const root = findRepository(folder);
  if (root === undefined) {
    throw new UsageError(
      `no ${VERSIONS_FILE} in ${folder} or above; name what to generate: apipin generate client <spec> --out <dir>`,
    );
  }
  const fromHere = (path: string): string => relative(folder, join(root, path));
  return (await repositoryTargets(root)).map((target) => {
    const specs = target.specs.map(fromHere);
    return { ...target, specs, out: fromHere(target.out) } as Target;
  });
}

/** Everything that the repository at `root` generates, with paths relative to it. */
export async function repositoryTargets(root: string): Promise<Target[]> {
  const versions = await readVersions(root);
  const specs = versions.map(specOf);
  // The repository of this command itself.
  const isOurs = existsSync(join(root, KNOWN_APIS_FOLDER));
  return [
    ...targetsOf(versions),
    ...(isOurs ? [{ kind: 'known-apis', specs, out: KNOWN_APIS_FOLDER, versions } as const] : []),
  ];
}

/**
 * What is generated of versions: of each a client in `packages/<api>-<id>` and validators in `packages/<api>-<id>-zod`,
 * and in `packages/<api>-compat` what maps between a version and its successor. Paths are relative to the repository.
 */
export function targetsOf(versions: readonly VersionEntry[]): Target[] {
  return [
    ...versions.flatMap(versionTargets),
    ...versions.flatMap((old): Target[] => {
      const current = versions.find(({ api, id }) => api === old.api && id === old.successor);
      return current === undefined ? [] : [compatTarget(old, current)];
    }),
  ];
}

function versionTargets(version: VersionEntry): Target[] {
  const folder = `packages/${version.api}-${version.id}`;
  const specs = [specOf(version)] as const;
  const zod = { clientPackage: clientPackageName(version) };
  return [
    { kind: 'client', specs, out: `${folder}/src`, apiVersion: version },
    { kind: 'zod', specs, out: `${folder}-zod/src`, zod },
  ];
}

function compatTarget(old: VersionEntry, current: VersionEntry): Target {
  return {
    kind: 'compat',
    specs: [specOf(old), specOf(current)],
    out: `packages/${old.api}-compat/src/generated`,
    packages: compatPackages(clientPackageName(old), clientPackageName(current), {
      old: old.id,
      current: current.id,
    }),
  };
}

function specOf({ spec }: VersionEntry): string {
  return posix.join('specs', spec);
}

/** Hand-written rules stand beside what is generated for them. */
export function compatPackages(
  old: string,
  current: string,
  versions?: CompatPackages['versions'],
): CompatPackages {
  return { old, current, rules: '../rules/index.js', versions };
}

/** What the repository around `spec` says of the version that it describes, where there is one. */
export async function versionOf(spec: string): Promise<VersionEntry | undefined> {
  const root = findRepository(dirname(spec));
  if (root === undefined) return undefined;
  const versions = await readVersions(root);
  return versions.find((each) => join(root, 'specs', each.spec) === spec);
}

/** The package of the client that the repository around `spec` generates of it, where there is one. */
export async function clientPackageOf(spec: string): Promise<string | undefined> {
  const version = await versionOf(spec);
  return version && clientPackageName(version);
}

/** The name of the package that a target in the repository belongs to. */
export function packageOf({ kind, out }: Target): string {
  const folder = kind === 'compat' ? dirname(dirname(out)) : dirname(out);
  return `@apipin/${basename(folder)}`;
}

function clientPackageName({ api, id }: VersionEntry): string {
  return `@apipin/${api}-${id}`;
}
