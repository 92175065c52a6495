import { isDeepStrictEqual } from 'node:util';
import { manifestOf, type Tarball } from './tarball.ts';

const DEPENDENCIES = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
] as const;

/**
 * Finds the files in which a packed package differs from what is published under the same version.
 *
 * The ranges in which it asks for packages of this workspace do not count: `workspace:^` becomes the version of the day,
 * and that version goes up without a release of those who are content with it.
 *
 * @param workspace - The names of the packages of this workspace.
 */
export function differencesOf(
  packed: Tarball,
  published: Tarball,
  workspace: ReadonlySet<string>,
): string[] {
  const paths = new Set([...packed.files.keys(), ...published.files.keys()]);
  return [...paths].toSorted().filter((path) => {
    if (sameBytes(packed.files.get(path), published.files.get(path))) return false;
    if (path !== 'package.json' || !published.files.has(path)) return true;
    return !isDeepStrictEqual(
      withoutRanges(manifestOf(packed), workspace),
      withoutRanges(manifestOf(published), workspace),
    );
  });
}

function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}

function withoutRanges(
  manifest: Readonly<Record<string, unknown>>,
  workspace: ReadonlySet<string>,
): Record<string, unknown> {
  const stripped = DEPENDENCIES.filter((key) => key in manifest).map((key) => {
    const ranges = Object.entries(manifest[key] ?? {});
    return [key, ranges.map(([name, range]) => (workspace.has(name) ? [name] : [name, range]))];
  });
  return { ...manifest, ...Object.fromEntries(stripped) };
}
