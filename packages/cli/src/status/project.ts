import { posix } from 'node:path';
import { membersOf, stringMember, stringMembersOf } from './members.ts';

/** In which part of `package.json` a dependency is; the part that decides first. */
export const DEPENDENCY_FIELDS = [
  'dependencies',
  'optionalDependencies',
  'devDependencies',
  'peerDependencies',
] as const;

export type DependencyField = (typeof DEPENDENCY_FIELDS)[number];

/** A folder with a `package.json`. */
export interface Project {
  /** Absolute, with `/` between segments. */
  readonly folder: string;
  /** As `package.json` has it, where it has one. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** By the name that code imports. */
  readonly dependencies: ReadonlyMap<string, Dependency>;
  /** All of `package.json`. */
  readonly manifest: ReadonlyMap<string, unknown>;
}

/** What one line of `package.json` asks for. */
export interface Dependency {
  readonly specifier: string;
  readonly field: DependencyField;
}

/**
 * The project that the text of a `package.json` describes.
 *
 * @throws SyntaxError where it is not JSON.
 */
export function parseProject(folder: string, text: string): Project {
  const manifest = membersOf(JSON.parse(text));
  const dependencies = new Map<string, Dependency>();
  for (const field of DEPENDENCY_FIELDS) {
    for (const [name, specifier] of stringMembersOf(manifest.get(field))) {
      if (!dependencies.has(name)) dependencies.set(name, { specifier, field });
    }
  }
  return {
    folder,
    name: stringMember(manifest, 'name'),
    version: stringMember(manifest, 'version'),
    dependencies,
    manifest,
  };
}

/** The project that the file at `path` belongs to: the nearest one around it. */
export function ownerOf<Owner>(
  path: string,
  byFolder: ReadonlyMap<string, Owner>,
): Owner | undefined {
  const folder = posix.dirname(path);
  if (folder === path) return undefined;
  return byFolder.get(folder) ?? ownerOf(folder, byFolder);
}
