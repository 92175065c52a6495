import { basename, dirname, join, relative } from 'node:path';
import type { CompatPackages } from '@apipin/codegen';
import { UsageError } from './command.ts';
import type { Target } from './target.ts';
import { findRepository, readVersions, VERSIONS_FILE, type VersionEntry } from './versions-file.ts';

/**
 * Everything that the repository around `folder` generates: for each version in `specs/versions.yaml` a client in
 * `packages/<api>-<id>` and validators in `packages/<api>-<id>-zod`, and in `packages/<api>-compat` what maps between a
 * version and its successor.
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
  const versions = await readVersions(root);
  const specOf = ({ spec }: VersionEntry): string => relative(folder, join(root, 'specs', spec));
  const outOf = (...path: string[]): string => relative(folder, join(root, 'packages', ...path));
  return [
    ...versions.flatMap((version): Target[] => {
      const client = `${version.api}-${version.id}`;
      const specs = [specOf(version)] as const;
      const clientPackage = clientPackageName(version);
      return [
        { kind: 'client', specs, out: outOf(client, 'src'), apiVersion: version },
        { kind: 'zod', specs, out: outOf(`${client}-zod`, 'src'), zod: { clientPackage } },
      ];
    }),
    ...versions.flatMap((old): Target[] => {
      const current = versions.find(({ api, id }) => api === old.api && id === old.successor);
      if (current === undefined) return [];
      const packages = compatPackages(clientPackageName(old), clientPackageName(current));
      const out = outOf(`${old.api}-compat`, 'src', 'generated');
      return [{ kind: 'compat', specs: [specOf(old), specOf(current)], out, packages }];
    }),
  ];
}

/** Hand-written rules stand beside what is generated for them. */
export function compatPackages(old: string, current: string): CompatPackages {
  return { old, current, rules: '../rules/index.js' };
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
