import { posix } from 'node:path';
import { identifyPackage, type KnownApi, type KnownPackage } from './known-api.ts';
import type { DependencyField, Project } from './project.ts';
import { effectiveSpecifier, type WorkspaceSettings } from './workspace-settings.ts';

/** A line of `package.json` that chooses a version of an API. */
export interface Pin {
  /** What code imports: the name of the package, or an alias of it. */
  readonly name: string;
  /** The package that it stands for. */
  readonly package: string;
  readonly identity: KnownPackage;
  /** As written. */
  readonly specifier: string;
  readonly field: DependencyField;
  /** The folder that the package is taken from, where the line names one; absolute. */
  readonly folder: string | undefined;
}

/**
 * The pins of a project: dependencies on a package of a known API, under its own name or an alias.
 *
 * @param nameAt - The name in the `package.json` of a folder.
 */
export async function readPins(
  { folder, dependencies }: Project,
  settings: WorkspaceSettings,
  apis: readonly KnownApi[],
  nameAt: (folder: string) => Promise<string | undefined>,
): Promise<Pin[]> {
  const pins: Pin[] = [];
  for (const [name, { specifier, field }] of dependencies) {
    const target = parseSpecifier(name, effectiveSpecifier(name, specifier, settings));
    const from = target.path === undefined ? undefined : posix.resolve(folder, target.path);
    const packageName = (from && (await nameAt(from))) ?? target.package;
    const identity = identifyPackage(packageName, apis);
    if (identity !== undefined) {
      pins.push({ name, package: packageName, identity, specifier, field, folder: from });
    }
  }
  return pins;
}

/** The package that a dependency is on, as far as its line tells; a folder has to be asked for its name. */
function parseSpecifier(name: string, specifier: string): { package: string; path?: string } {
  const [, protocol = '', rest = specifier] = /^([a-z]+):(.*)$/s.exec(specifier) ?? [];
  if (/^(file|link|portal)$/.test(protocol)) return { package: name, path: rest };
  if (/^\.{1,2}(\/|$)/.test(rest)) return { package: name, path: rest };
  // "npm:@scope/name@^1.0.0"; pnpm writes aliases within a workspace in the same way.
  if (protocol === 'npm' || protocol === 'workspace') {
    const alias = /^(@[^@/]+\/[^@/]+|[^@/]+)(@|$)/.exec(rest)?.[1];
    if (alias !== undefined && /^@?[a-z]/i.test(alias)) return { package: alias };
  }
  return { package: name };
}
