import { posix } from 'node:path';
import { membersOf, stringMember } from '../members.ts';
import { parseYaml } from '../parse-yaml.ts';
import { splitDescriptor, type LockGraph, type LockNode } from './lock-graph.ts';

type Members = ReadonlyMap<string, unknown>;

/**
 * Reads a `pnpm-lock.yaml`, of lockfile version 5 to 9, as pnpm 6 to 12 write them.
 *
 * @throws Error where it is not YAML, or repeats itself too often.
 */
export function parsePnpmLock(text: string): LockGraph {
  const lock = membersOf(parseYaml(text));
  const nodes = packagesOf(lock);
  const importers = lock.has('importers')
    ? [...membersOf(lock.get('importers'))].map(([key, value]) => [key, membersOf(value)] as const)
    : [['.', lock] as const];
  const projects = new Map<string, string>();
  for (const [key, importer] of importers) {
    const folder = posix.normalize(key) === '.' ? '' : posix.normalize(key);
    const id = linkId(folder);
    projects.set(folder, id);
    const used = [
      ...edgesOf(importer.get('dependencies'), folder, nodes),
      ...edgesOf(importer.get('optionalDependencies'), folder, nodes),
    ];
    const development = edgesOf(importer.get('devDependencies'), folder, nodes);
    nodes.set(id, {
      name: undefined,
      version: undefined,
      folder,
      dependencies: new Map([...development, ...used]),
      development: new Set(development.map(([name]) => name)),
    });
  }
  return { nodes: addLinkedFolders(nodes), projects };
}

/** Since version 9, "snapshots" has what depends on what, and "packages" what was downloaded. */
function packagesOf(lock: Members): Map<string, LockNode> {
  const packages = membersOf(lock.get('packages'));
  const snapshots = lock.has('snapshots') ? membersOf(lock.get('snapshots')) : packages;
  const nodes = new Map<string, LockNode>();
  for (const [key, value] of snapshots) {
    const entry = membersOf(value);
    const details = membersOf(packages.get(withoutPeers(key)) ?? value);
    const [name, version] = splitKey(key);
    const edges = [
      ...edgesOf(entry.get('dependencies'), '', snapshots),
      ...edgesOf(entry.get('optionalDependencies'), '', snapshots),
    ];
    nodes.set(key, {
      name: stringMember(details, 'name') ?? name,
      version: stringMember(details, 'version') ?? version,
      folder: undefined,
      dependencies: new Map(edges),
      development: new Set(),
    });
  }
  return nodes;
}

function edgesOf(
  dependencies: unknown,
  folder: string,
  keys: { has(key: string): boolean },
): [name: string, id: string][] {
  return [...membersOf(dependencies)].flatMap(([name, value]): [string, string][] => {
    // Since version 6, projects have a specifier beside it.
    const reference = typeof value === 'string' ? value : stringMember(membersOf(value), 'version');
    if (reference === undefined) return [];
    if (reference.startsWith('link:')) {
      const linked = posix.join(folder, reference.slice('link:'.length));
      return [[name, linkId(linked === '.' ? '' : linked)]];
    }
    const id = [
      reference,
      `${name}@${reference}`,
      `/${name}@${reference}`,
      `/${name}/${reference}`,
    ].find((key) => keys.has(key));
    return id === undefined ? [] : [[name, id]];
  });
}

/** `name@1.0.0(peer@2.0.0)`; with a slash before it until version 6, and as `/name/1.0.0_peer@2.0.0` in version 5. */
function splitKey(key: string): [name: string, version: string] {
  const plain = withoutPeers(key).replace(/^\//, '');
  const [name, version] = splitDescriptor(plain);
  const isVersion5 = key.startsWith('/') && name.split('/').length > (name.startsWith('@') ? 2 : 1);
  if (!isVersion5) return [name, version];
  const slash = plain.split('_', 1)[0]?.lastIndexOf('/') ?? -1;
  return [plain.slice(0, slash), plain.slice(slash + 1).replace(/_.*$/, '')];
}

function withoutPeers(key: string): string {
  const parenthesis = key.indexOf('(');
  return parenthesis === -1 ? key : key.slice(0, parenthesis);
}

function linkId(folder: string): string {
  return `link:${folder}`;
}

/** Links may lead to folders that are no projects of the workspace. */
function addLinkedFolders(nodes: Map<string, LockNode>): Map<string, LockNode> {
  const targets = [...nodes.values()].flatMap((node) => [...node.dependencies.values()]);
  for (const id of targets) {
    if (nodes.has(id)) continue;
    nodes.set(id, {
      name: undefined,
      version: undefined,
      folder: id.slice('link:'.length),
      dependencies: new Map(),
      development: new Set(),
    });
  }
  return nodes;
}
