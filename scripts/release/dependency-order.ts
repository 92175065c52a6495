import type { Manifest } from './workspace-packages.ts';

/** Packages depend on each other in a circle, so that none of them can be published first. */
export class DependencyCycleError extends Error {
  override readonly name = 'DependencyCycleError';
  /** From a package over its dependencies back to itself. */
  readonly cycle: readonly string[];

  constructor(cycle: readonly string[]) {
    super(`${cycle.join(' → ')}: no one of them can be first; remove one of these dependencies`);
    this.cycle = cycle;
  }
}

/**
 * Sorts packages so that each comes after those it depends on, and whoever installs one in the middle of a release finds
 * all that it asks for. Packages that do not depend on each other are in the order of their names.
 *
 * @throws DependencyCycleError
 */
export function orderByDependencies<Package extends { readonly manifest: Manifest }>(
  packages: readonly Package[],
): Package[] {
  const byName = new Map(packages.map((item) => [item.manifest.name, item]));
  const ordered = new Set<Package>();

  function visit(name: string, path: readonly string[]): void {
    const item = byName.get(name);
    if (item === undefined || ordered.has(item)) return;
    if (path.includes(name))
      throw new DependencyCycleError([...path.slice(path.indexOf(name)), name]);
    for (const dependency of dependenciesOf(item.manifest)) visit(dependency, [...path, name]);
    ordered.add(item);
  }

  for (const name of [...byName.keys()].toSorted()) visit(name, []);
  return [...ordered];
}

/** What a package needs where it is installed; its devDependencies are not. */
function dependenciesOf(manifest: Manifest): string[] {
  const { dependencies, optionalDependencies, peerDependencies } = manifest;
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).toSorted();
}
