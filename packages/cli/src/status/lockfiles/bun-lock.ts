import { membersOf, stringMember, stringMembersOf } from '../members.ts';
import { splitDescriptor, type LockGraph, type LockNode } from './lock-graph.ts';

/**
 * Reads a `bun.lock`.
 *
 * @throws SyntaxError where it is not JSON with trailing commas.
 * @see https://bun.sh/docs/install/lockfile
 */
export function parseBunLock(text: string): LockGraph {
  const lock = membersOf(JSON.parse(withoutTrailingCommas(text)));
  const workspaces = membersOf(lock.get('workspaces'));
  const packages = membersOf(lock.get('packages'));
  const nodes = new Map<string, LockNode>();
  const projects = new Map<string, string>();
  for (const [folder, value] of workspaces) {
    const workspace = membersOf(value);
    const name = stringMember(workspace, 'name') ?? '';
    const used = namesOf(workspace, ['dependencies', 'optionalDependencies', 'peerDependencies']);
    const development = namesOf(workspace, ['devDependencies']);
    projects.set(folder, projectId(folder));
    nodes.set(projectId(folder), {
      name,
      version: stringMember(workspace, 'version'),
      folder,
      dependencies: resolveAll(name, [...used, ...development], packages),
      development: new Set(development.filter((each) => !used.includes(each))),
    });
  }
  for (const [key, value] of packages) {
    const [descriptor, ...rest] = Array.isArray(value) ? (value as unknown[]) : [];
    if (typeof descriptor !== 'string') continue;
    const [name, version] = splitDescriptor(descriptor);
    const details = membersOf(rest.find((each) => membersOf(each).size > 0));
    const names = namesOf(details, ['dependencies', 'optionalDependencies', 'peerDependencies']);
    nodes.set(key, {
      name,
      version,
      folder: undefined,
      dependencies: resolveAll(key, names, packages),
      development: new Set(),
    });
  }
  return { nodes, projects };
}

/** Strings are matched first, so that a comma in one stays; one that never ends takes all the rest. */
function withoutTrailingCommas(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*"?)|,(?=\s*[}\]])/g, '$1');
}

function namesOf(members: ReadonlyMap<string, unknown>, fields: readonly string[]): string[] {
  return fields.flatMap((field) => [...stringMembersOf(members.get(field)).keys()]);
}

function projectId(folder: string): string {
  return `workspace:${folder}`;
}

/** Keys are paths of names, as folders are installed within one another: "a/b" is the "b" of "a" alone. */
function resolveAll(
  from: string,
  names: readonly string[],
  packages: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, string> {
  const resolved = new Map<string, string>();
  for (const name of names) {
    const key = resolveKey(from, name, packages);
    if (key !== undefined) resolved.set(name, linkOf(packages.get(key)) ?? key);
  }
  return resolved;
}

function resolveKey(
  from: string,
  name: string,
  packages: ReadonlyMap<string, unknown>,
): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const key = at === '' ? name : `${at}/${name}`;
    if (packages.has(key)) return key;
    if (at === '') return undefined;
  }
}

/** The project that a package of the workspace is. */
function linkOf(value: unknown): string | undefined {
  const descriptor: unknown = Array.isArray(value) ? value[0] : undefined;
  if (typeof descriptor !== 'string') return undefined;
  const [, reference] = splitDescriptor(descriptor);
  const isWorkspace = reference.startsWith('workspace:');
  return isWorkspace ? projectId(reference.slice('workspace:'.length)) : undefined;
}
