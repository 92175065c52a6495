import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { UsageError } from './command.ts';
import type { Target } from './target.ts';

const VERSIONS_FILE = join('specs', 'versions.yaml');

interface VersionsFile {
  readonly api: string;
  readonly versions: readonly { readonly id: string; readonly spec: string }[];
}

/**
 * Everything that the repository around `folder` generates: for each version in `specs/versions.yaml` a client in
 * `packages/<api>-<id>` and validators in `packages/<api>-<id>-zod`.
 *
 * @throws UsageError where there is no such repository.
 */
export async function findTargets(folder: string): Promise<Target[]> {
  const root = findRoot(folder);
  const { api, versions } = await readVersions(join(root, VERSIONS_FILE));
  return versions.flatMap(({ id, spec }) => {
    const client = `${api}-${id}`;
    const source = relative(folder, join(root, 'specs', spec));
    const out = (name: string): string => relative(folder, join(root, 'packages', name, 'src'));
    return [
      { kind: 'client', spec: source, out: out(client), zod: {} },
      {
        kind: 'zod',
        spec: source,
        out: out(`${client}-zod`),
        zod: { clientPackage: `@apipin/${client}` },
      },
    ] satisfies Target[];
  });
}

function findRoot(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, VERSIONS_FILE))) return current;
    if (dirname(current) === current) break;
  }
  throw new UsageError(
    `no ${VERSIONS_FILE} in ${folder} or above; name what to generate: apipin generate client <spec> --out <dir>`,
  );
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
