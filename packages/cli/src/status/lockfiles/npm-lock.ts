import { membersOf, stringMember, stringMembersOf } from '../members.ts';
import type { LockedProject } from './locked-project.ts';
import { splitDescriptor, type LockGraph, type LockNode } from './lock-graph.ts';

/** Packages within packages, in the first version of the format; real trees are a few levels deep. */
const MAX_DEPTH = 64;

/** What the lockfile says of one folder of `node_modules`, or of one project. */
interface Place {
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Names of dependencies; what they lead to is decided by where they are installed. */
  readonly dependencies: readonly string[];
  readonly development: ReadonlySet<string>;
  /** The place that stands here by a symbolic link. */
  readonly link: string | undefined;
}

/**
 * Reads a `package-lock.json` or `npm-shrinkwrap.json`, of version 1, 2 or 3.
 *
 * @throws SyntaxError where it is not JSON.
 * @see https://docs.npmjs.com/cli/configuring-npm/package-lock-json
 */
export function parseNpmLock(text: string, projects: readonly LockedProject[]): LockGraph {
  const lock = membersOf(JSON.parse(text));
  const places = lock.has('packages')
    ? placesOf(lock.get('packages'))
    : placesOfVersion1(lock.get('dependencies'), projects);
  const nodes = new Map<string, LockNode>();
  const folders = new Map<string, string>();
  for (const [location, place] of places) {
    if (place.link !== undefined) continue;
    const isProject = !/(^|\/)node_modules\//.test(location);
    if (isProject) folders.set(location, location);
    nodes.set(location, {
      name: place.name,
      version: place.version,
      folder: isProject ? location : undefined,
      dependencies: resolveAll(location, place.dependencies, places),
      development: place.development,
    });
  }
  return { nodes, projects: folders };
}

function placesOf(packages: unknown): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [location, value] of membersOf(packages)) {
    const entry = membersOf(value);
    const isLink = entry.get('link') === true;
    const names = (field: string): string[] => [...stringMembersOf(entry.get(field)).keys()];
    const used = ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap(names);
    const development = names('devDependencies').filter((name) => !used.includes(name));
    places.set(location, {
      name: stringMember(entry, 'name') ?? installedName(location),
      version: stringMember(entry, 'version'),
      dependencies: [...used, ...development],
      development: new Set(development),
      link: isLink ? stringMember(entry, 'resolved') : undefined,
    });
  }
  return places;
}

function installedName(location: string): string | undefined {
  return location.split('node_modules/').at(-1) || undefined;
}

/** Version 1 nests packages as folders do, and leaves out what the project itself asks for. */
function placesOfVersion1(
  dependencies: unknown,
  projects: readonly LockedProject[],
): ReadonlyMap<string, Place> {
  const root = projects.find(({ folder }) => folder === '');
  const own = {
    name: root?.name,
    version: root?.version,
    dependencies: [...(root?.dependencies.keys() ?? [])],
    development: root?.development ?? new Set<string>(),
    link: undefined,
  };
  const places = new Map<string, Place>([['', own]]);
  const pending = [{ prefix: '', tree: dependencies, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { prefix, tree, depth } = next;
    for (const [name, value] of membersOf(tree)) {
      const location = `${prefix}node_modules/${name}`;
      const entry = membersOf(value);
      const version = stringMember(entry, 'version') ?? '';
      const alias = version.startsWith('npm:') ? splitDescriptor(version.slice(4)) : undefined;
      places.set(location, {
        name: alias?.[0] ?? name,
        version: alias?.[1] ?? version,
        dependencies: [...stringMembersOf(entry.get('requires')).keys()],
        development: new Set(),
        link: undefined,
      });
      if (depth < MAX_DEPTH) {
        pending.push({ prefix: `${location}/`, tree: entry.get('dependencies'), depth: depth + 1 });
      }
    }
  }
  return places;
}

function resolveAll(
  location: string,
  names: readonly string[],
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, string> {
  const resolved = new Map<string, string>();
  for (const name of names) {
    const target = resolveName(location, name, places);
    if (target !== undefined) resolved.set(name, target);
  }
  return resolved;
}

/** As Node looks a package up: in the `node_modules` of the folder itself, then in those around it. */
function resolveName(
  from: string,
  name: string,
  places: ReadonlyMap<string, Place>,
): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const location = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    const place = places.get(location);
    if (place !== undefined) return place.link ?? location;
    if (folder === '') return undefined;
  }
}
