import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { UsageError } from './command.ts';
import type { CompatPackages } from '@apipin/codegen';
import type { Target } from './target.ts';

const VERSIONS_FILE = join('specs', 'versions.yaml');

interface VersionsFile {
  readonly api: string;
  readonly versions: readonly Version[];
}

interface Version {
  readonly id: string;
  readonly spec: string;
  /** The version that comes after it, where there is one. */
  readonly successor?: string;
}

/**
 * Everything that the repository around `folder` generates: for each version in `specs/versions.yaml` a client in
 * `packages/<api>-<id>` and validators in `packages/<api>-<id>-zod`, and in `packages/<api>-compat` what maps between a
 * version and its successor.
 *
 * @throws UsageError where there is no such repository.
 */
export async function findTargets(folder: string): Promise<Target[]> {
  const root = findRoot(folder);
  const { api, versions } = await readVersions(join(root, VERSIONS_FILE));
  const specOf = ({ spec }: Version): string => relative(folder, join(root, 'specs', spec));
  const outOf = (...path: string[]): string => relative(folder, join(root, 'packages', ...path));
  return [
    ...versions.flatMap((version): Target[] => {
      const client = `${api}-${version.id}`;
      const clientPackage = `@apipin/${client}`;
      const specs = [specOf(version)] as const;
      return [
        { kind: 'client', specs, out: outOf(client, 'src'), zod: {} },
        { kind: 'zod', specs, out: outOf(`${client}-zod`, 'src'), zod: { clientPackage } },
      ];
    }),
    ...versions.flatMap((old): Target[] => {
      const current = versions.find(({ id }) => id === old.successor);
      if (current === undefined) return [];
      const packages = compatPackages(`@apipin/${api}-${old.id}`, `@apipin/${api}-${current.id}`);
      const out = outOf(`${api}-compat`, 'src', 'generated');
      return [{ kind: 'compat', specs: [specOf(old), specOf(current)], out, packages }];
    }),
  ];
}

/** Hand-written rules stand beside what is generated for them. */
export function compatPackages(old: string, current: string): CompatPackages {
  return { old, current, rules: '../rules/index.js' };
}

/** The package of the client that the repository around `spec` generates of it, where there is one. */
export async function clientPackageOf(spec: string): Promise<string | undefined> {
  const root = rootAround(dirname(spec));
  if (root === undefined) return undefined;
  const { api, versions } = await readVersions(join(root, VERSIONS_FILE));
  const version = versions.find((each) => join(root, 'specs', each.spec) === spec);
  return version && `@apipin/${api}-${version.id}`;
}

function findRoot(folder: string): string {
  const root = rootAround(folder);
  if (root !== undefined) return root;
  throw new UsageError(
    `no ${VERSIONS_FILE} in ${folder} or above; name what to generate: apipin generate client <spec> --out <dir>`,
  );
}

function rootAround(folder: string): string | undefined {
  if (existsSync(join(folder, VERSIONS_FILE))) return folder;
  return dirname(folder) === folder ? undefined : rootAround(dirname(folder));
}

async function readVersions(path: string): Promise<VersionsFile> {
  const value: unknown = parse(await readFile(path, 'utf8'));
  if (isVersionsFile(value)) return value;
  throw new UsageError(`${path}: expected "api", and "versions" with an "id" and a "spec" each`);
}

function isVersionsFile(value: unknown): value is VersionsFile {
  const file = value as Partial<VersionsFile> | null;
  return (
    typeof file?.api === 'string' &&
    Array.isArray(file.versions) &&
    file.versions.every((version) => isName(version?.id) && typeof version?.spec === 'string')
  );
}

/** Ids become folder names. */
function isName(value: unknown): boolean {
  return typeof value === 'string' && /^[\w.-]+$/.test(value) && !value.startsWith('.');
}
