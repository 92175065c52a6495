/** What a lockfile of any package manager says: which copy of which package each dependency leads to. */
export interface LockGraph {
  /** By an id that means something to the lockfile alone. */
  readonly nodes: ReadonlyMap<string, LockNode>;
  /** The ids of the projects, by folder: relative to the lockfile, with `/` between segments, empty for its own. */
  readonly projects: ReadonlyMap<string, string>;
}

/** A copy of a package, or a project. */
export interface LockNode {
  /** The name of the package, whatever alias it is installed under. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Where a project or a linked package stands, relative to the lockfile. */
  readonly folder: string | undefined;
  /** Ids by the name that code imports. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** The names among them that are for the development of the project alone. */
  readonly development: ReadonlySet<string>;
}

/** A package that is reached, and the names it is reached through, its own at the end. */
export interface ReachedNode {
  readonly node: LockNode;
  readonly path: readonly string[];
}

/**
 * Everything that the project in `folder` brings along, each copy once, by the shortest way to it.
 *
 * @param isEntered - Whether what this one depends on counts as well.
 */
export function reachFrom(
  { nodes, projects }: LockGraph,
  folder: string,
  isEntered: (node: LockNode) => boolean,
): ReachedNode[] {
  const start = projects.get(folder);
  if (start === undefined) return [];
  const seen = new Set([start]);
  const reached: ReachedNode[] = [];
  let level: { id: string; path: readonly string[] }[] = [{ id: start, path: [] }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { id, path } of level) {
      const node = nodes.get(id);
      if (node === undefined) continue;
      if (path.length > 0) reached.push({ node, path });
      if (path.length > 0 && !isEntered(node)) continue;
      for (const [name, target] of node.dependencies) {
        // Whoever uses a package does not get what it is developed with.
        if (seen.has(target) || (path.length > 0 && node.development.has(name))) continue;
        seen.add(target);
        next.push({ id: target, path: [...path, name] });
      }
    }
    level = next;
  }
  return reached;
}

/** The name and what follows it, of `name@rest`, where the name may begin with a scope. */
export function splitDescriptor(descriptor: string): [name: string, rest: string] {
  const at = descriptor.indexOf('@', 1);
  return at === -1 ? [descriptor, ''] : [descriptor.slice(0, at), descriptor.slice(at + 1)];
}
