import { posix } from 'node:path';
import type { Consumer, FileImport, ResolvedPin, TransitivePin } from './consumer.ts';
import { identifyPackage, type KnownApi } from './known-api.ts';
import { reachFrom, type LockNode } from './lockfiles/lock-graph.ts';
import type { Lockfile } from './lockfiles/read-lockfile.ts';
import type { ReportProblem } from './problem.ts';
import { ownerOf } from './project.ts';
import type { Pin } from './read-pins.ts';
import type { FileFindings } from './sources/search-files.ts';
import type { PinnedProject, Workspace } from './workspace.ts';

/**
 * Puts together what was found of each project: pins with what is installed and where they are imported. Projects that
 * have nothing to do with any of `apis` are left out.
 *
 * @param root - The scanned folder.
 */
export function assembleConsumers(
  root: string,
  workspaces: readonly Workspace[],
  findings: readonly FileFindings[],
  apis: readonly KnownApi[],
  reportProblem: ReportProblem,
): Consumer[] {
  const projects = workspaces.flatMap((workspace) => workspace.projects);
  const imports = attributeImports(root, projects, findings, apis);
  const consumers = workspaces.flatMap(({ lockfile, projects: members }) =>
    members.map(({ project, pins }): Consumer => {
      const transitive = transitivePins(project.folder, lockfile, apis);
      return {
        folder: posix.relative(root, project.folder) || '.',
        name: project.name,
        packageManager: lockfile?.packageManager,
        lockfile: lockfile && posix.relative(root, lockfile.path),
        pins: pins.map((pin): ResolvedPin => {
          const resolved = resolvePin(pin, project.folder, lockfile, reportProblem);
          return { ...pin, resolved, imports: imports.pinned.get(pin) ?? [] };
        }),
        transitive,
        unpinnedImports: imports.unpinned.get(project.folder) ?? [],
      };
    }),
  );
  const outside = imports.unpinned.get(root);
  const isListed = consumers.some(({ folder }) => folder === '.');
  return [...consumers, ...(outside === undefined || isListed ? [] : [withoutManifest(outside)])]
    .filter(isConcerned)
    .toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Sources that no `package.json` is around belong to the scanned folder. */
function withoutManifest(unpinnedImports: readonly FileImport[]): Consumer {
  const nothing = { name: undefined, packageManager: undefined, lockfile: undefined };
  return { folder: '.', ...nothing, pins: [], transitive: [], unpinnedImports };
}

function isConcerned({ pins, transitive, unpinnedImports }: Consumer): boolean {
  return pins.length + transitive.length + unpinnedImports.length > 0;
}

interface AttributedImports {
  readonly pinned: ReadonlyMap<Pin, readonly FileImport[]>;
  /** By the folder of the project. */
  readonly unpinned: ReadonlyMap<string, readonly FileImport[]>;
}

/** An import belongs to the pin in the nearest `package.json` around its file that has one, as Node looks it up. */
function attributeImports(
  root: string,
  projects: readonly PinnedProject[],
  findings: readonly FileFindings[],
  apis: readonly KnownApi[],
): AttributedImports {
  const byFolder = new Map(projects.map((each) => [each.project.folder, each]));
  const pinned = new Map<Pin, FileImport[]>();
  const unpinned = new Map<string, FileImport[]>();
  for (const { file, imports } of findings) {
    const path = posix.join(root, file);
    for (const site of imports) {
      const name = packageOf(site.specifier);
      const pin = findPin(path, name, byFolder);
      const identity = pin?.identity ?? identifyPackage(name, apis);
      if (identity === undefined) continue;
      const folder = ownerOf(path, byFolder)?.project.folder ?? root;
      if (pin === undefined) append(unpinned, folder, { file, ...site, identity });
      else append(pinned, pin, { file, ...site, identity });
    }
  }
  return { pinned, unpinned };
}

function append<Key>(lists: Map<Key, FileImport[]>, key: Key, item: FileImport): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The name of the package that a specifier is of: "@scope/name/part" is of "@scope/name". */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function findPin(
  path: string,
  name: string,
  byFolder: ReadonlyMap<string, PinnedProject>,
): Pin | undefined {
  const owner = ownerOf(path, byFolder);
  if (owner === undefined) return undefined;
  return (
    owner.pins.find((pin) => pin.name === name) ?? findPin(owner.project.folder, name, byFolder)
  );
}

/** The version that is installed for a pin. A lockfile that has another package for it is out of date. */
function resolvePin(
  pin: Pin,
  folder: string,
  lockfile: Lockfile | undefined,
  reportProblem: ReportProblem,
): string | undefined {
  const { nodes, projects } = lockfile?.graph ?? {};
  const project = projects?.get(posix.relative(lockfile?.folder ?? '', folder));
  const id = nodes?.get(project ?? '')?.dependencies.get(pin.name);
  const node = nodes?.get(id ?? '');
  if (lockfile === undefined || node === undefined) return undefined;
  if (node.name === pin.package) return node.version;
  reportProblem(
    lockfile.path,
    `has ${node.name} for "${pin.name}", where package.json asks for ${pin.package}; install again`,
  );
  return undefined;
}

function transitivePins(
  folder: string,
  lockfile: Lockfile | undefined,
  apis: readonly KnownApi[],
): TransitivePin[] {
  if (lockfile?.graph === undefined) return [];
  const identify = ({ name }: LockNode) =>
    name === undefined ? undefined : identifyPackage(name, apis);
  // What maps between two versions brings both along: that is what it is for.
  const isEntered = (node: LockNode): boolean => identify(node)?.role !== 'compat';
  const reached = reachFrom(lockfile.graph, posix.relative(lockfile.folder, folder), isEntered);
  return reached.flatMap(({ node, path }): TransitivePin[] => {
    const identity = identify(node);
    if (node.name === undefined || identity === undefined || path.length === 1) return [];
    return [{ package: node.name, identity, resolved: node.version, path }];
  });
}
