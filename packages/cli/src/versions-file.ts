import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { UsageError } from './command.ts';

/** Lists the APIs of a repository and the life of their versions; beside it are the specs. */
export const VERSIONS_FILE = join('specs', 'versions.yaml');

/** How far a version may be relied on. */
export type VersionStatus = 'preview' | 'current' | 'supported' | 'unsupported';

const STATUSES: readonly VersionStatus[] = ['preview', 'current', 'supported', 'unsupported'];

/** One version of an API, as `specs/versions.yaml` has it. Dates are days, or months where no day is known. */
export interface VersionEntry {
  readonly api: string;
  readonly id: string;
  /** Relative to `specs`, with `/` between segments. */
  readonly spec: string;
  readonly status: VersionStatus | undefined;
  readonly released: string | undefined;
  readonly supportedUntil: string | undefined;
  /** The id of the version that comes after it, where there is one. */
  readonly successor: string | undefined;
}

/** The folder around `folder` that has a `specs/versions.yaml`, be it `folder` itself. */
export function findRepository(folder: string): string | undefined {
  if (existsSync(join(folder, VERSIONS_FILE))) return folder;
  return dirname(folder) === folder ? undefined : findRepository(dirname(folder));
}

/**
 * The versions of all APIs in the repository at `root`.
 *
 * @throws UsageError where the file is not as it has to be.
 */
export async function readVersions(root: string): Promise<readonly VersionEntry[]> {
  const path = join(root, VERSIONS_FILE);
  const file: unknown = parse(await readFile(path, 'utf8'));
  const refuse = (where: string, what: string): never => {
    throw new UsageError(`${path}: ${where}: ${what}`);
  };
  const apis = membersOf(file, 'apis');
  if (apis === undefined) return refuse('apis', 'expected the APIs by name, with "versions" each');
  return Object.entries(apis).flatMap(([api, value]) => {
    const where = `apis.${api}`;
    if (!isName(api)) return refuse(where, 'a name has letters, digits, "-", "_" and "." in it');
    const { versions } = (value ?? {}) as { versions?: unknown };
    if (!Array.isArray(versions)) return refuse(where, 'expected "versions", a list');
    const entries = versions.map((version: unknown, index) =>
      readVersion(api, version, (what) => refuse(`${where}.versions[${index}]`, what)),
    );
    const ids = entries.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    return twice === undefined ? entries : refuse(where, `"${twice}" is listed twice`);
  });
}

function readVersion(api: string, value: unknown, refuse: (what: string) => never): VersionEntry {
  const version = (value ?? {}) as Record<string, unknown>;
  const { id, spec, status } = version;
  if (!isName(id)) return refuse('expected an "id" of letters, digits, "-", "_" and "."');
  if (typeof spec !== 'string') return refuse('expected a "spec", the path of a file from specs');
  if (status !== undefined && !STATUSES.some((each) => each === status)) {
    return refuse(`"status" is one of ${STATUSES.join(', ')}`);
  }
  return {
    api,
    id,
    spec,
    status: status as VersionStatus | undefined,
    released: dateOf(version, 'released', refuse),
    supportedUntil: dateOf(version, 'supportedUntil', refuse),
    successor: typeof version['successor'] === 'string' ? version['successor'] : undefined,
  };
}

function dateOf(
  version: Record<string, unknown>,
  name: string,
  refuse: (what: string) => never,
): string | undefined {
  const value = version[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(value)) {
    return value;
  }
  return refuse(`"${name}" is a day such as '2026-03-30', or a month, and quoted`);
}

function membersOf(value: unknown, name: string): Record<string, unknown> | undefined {
  const member: unknown = (value as Record<string, unknown> | null)?.[name];
  return typeof member === 'object' && member !== null && !Array.isArray(member)
    ? (member as Record<string, unknown>)
    : undefined;
}

/** Names and ids become names of folders and packages. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]+$/.test(value) && !value.startsWith('.');
}
