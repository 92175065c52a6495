import { posix } from 'node:path';
import type { Project } from '../project.ts';
import type { LockGraph, LockNode } from './lock-graph.ts';

/**
 * Gives projects and linked folders the names and versions that lockfiles leave out.
 *
 * @param folder - That of the lockfile.
 */
export async function nameProjects(
  { nodes, projects }: LockGraph,
  folder: string,
  projectAt: (folder: string) => Promise<Project | undefined>,
): Promise<LockGraph> {
  const named = new Map<string, LockNode>();
  for (const [id, node] of nodes) {
    const project =
      node.folder === undefined ? undefined : await projectAt(posix.join(folder, node.folder));
    const { name = node.name, version = node.version } = project ?? {};
    named.set(id, { ...node, name, version });
  }
  return { nodes: named, projects };
}
