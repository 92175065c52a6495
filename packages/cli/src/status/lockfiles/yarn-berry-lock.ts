import { posix } from 'node:path';
import { membersOf, stringMember, stringMembersOf } from '../members.ts';
import { parseYaml } from '../parse-yaml.ts';
import type { LockedProject } from './locked-project.ts';
import { splitDescriptor, type LockGraph, type LockNode } from './lock-graph.ts';

/**
 * Reads a `yarn.lock` of yarn 2 and later.
 *
 * @param projects - Tell what each is developed with, which the lockfile does not keep apart.
 * @throws Error where it is not YAML, or repeats itself too often.
 */
export function parseYarnBerryLock(text: string, projects: readonly LockedProject[]): LockGraph {
  const entries = [...membersOf(parseYaml(text))].map(([key, value]) => ({
    descriptors: key.split(', '),
    entry: membersOf(value),
  }));
  const ids = new Map<string, string>();
  for (const { descriptors, entry } of entries) {
    for (const descriptor of descriptors)
      ids.set(descriptor, stringMember(entry, 'resolution') ?? '');
  }
  const byFolder = new Map(projects.map((project) => [project.folder, project]));
  const nodes = new Map<string, LockNode>();
  const folders = new Map<string, string>();
  for (const { entry } of entries) {
    const id = stringMember(entry, 'resolution');
    if (id === undefined) continue;
    const [name, reference] = splitDescriptor(id);
    const folder = workspaceFolder(reference);
    if (folder !== undefined) folders.set(folder, id);
    const project = folder === undefined ? undefined : byFolder.get(folder);
    nodes.set(id, {
      name,
      version: folder === undefined ? stringMember(entry, 'version') : project?.version,
      folder,
      dependencies: resolveAll(stringMembersOf(entry.get('dependencies')), ids),
      development: project?.development ?? new Set(),
    });
  }
  return { nodes, projects: folders };
}

function workspaceFolder(reference: string): string | undefined {
  if (!reference.startsWith('workspace:')) return undefined;
  const folder = posix.normalize(reference.slice('workspace:'.length));
  return folder === '.' ? '' : folder;
}

function resolveAll(
  dependencies: ReadonlyMap<string, string>,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const resolved = new Map<string, string>();
  for (const [name, range] of dependencies) {
    // Until yarn 4, ranges stand there without their protocol.
    const id = ids.get(`${name}@${range}`) ?? ids.get(`${name}@npm:${range}`);
    if (id !== undefined) resolved.set(name, id);
  }
  return resolved;
}
