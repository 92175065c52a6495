import { splitDescriptor, type LockGraph, type LockNode } from './lock-graph.ts';
import type { LockedProject } from './locked-project.ts';

interface Entry {
  readonly descriptors: readonly string[];
  version: string | undefined;
  /** Specifiers by name. */
  readonly dependencies: Map<string, string>;
}

/**
 * Reads a `yarn.lock` of yarn 1. It has packages alone, so projects have to be given.
 *
 * @see https://classic.yarnpkg.com/lang/en/docs/yarn-lock/
 */
export function parseYarnClassicLock(text: string, projects: readonly LockedProject[]): LockGraph {
  const entries = parseEntries(text);
  const ids = new Map<string, string>();
  for (const entry of entries) {
    for (const descriptor of entry.descriptors) ids.set(descriptor, idOf(entry));
  }
  const folders = new Map(projects.map(({ folder }) => [folder, `project:${folder}`]));
  const workspace = new Map(projects.map(({ name, folder }) => [name, `project:${folder}`]));
  const resolveAll = (dependencies: ReadonlyMap<string, string>): Map<string, string> =>
    new Map(
      [...dependencies].flatMap(([name, specifier]): [string, string][] => {
        const id = ids.get(`${name}@${specifier}`) ?? workspace.get(name);
        return id === undefined ? [] : [[name, id]];
      }),
    );
  const nodes = new Map<string, LockNode>();
  for (const entry of entries) {
    nodes.set(idOf(entry), {
      name: nameOf(entry),
      version: entry.version,
      folder: undefined,
      dependencies: resolveAll(entry.dependencies),
      development: new Set(),
    });
  }
  for (const { folder, name, version, dependencies, development } of projects) {
    const resolved = resolveAll(dependencies);
    nodes.set(`project:${folder}`, { name, version, folder, dependencies: resolved, development });
  }
  return { nodes, projects: folders };
}

/** Entries begin at the margin; what belongs to them is indented by two, and dependencies by four. */
function parseEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  let isInDependencies = false;
  for (const line of text.split(/\r?\n/)) {
    const entry = entries.at(-1);
    const content = line.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    const indent = line.length - content.length;
    if (indent === 0) {
      const descriptors = content.replace(/:$/, '').split(/, ?/).map(unquote);
      entries.push({ descriptors, version: undefined, dependencies: new Map() });
      isInDependencies = false;
    } else if (indent === 2) {
      isInDependencies = /^(optionalDependencies|dependencies):$/.test(content);
      const [, version] = /^version (.*)$/.exec(content) ?? [];
      if (entry !== undefined && version !== undefined) entry.version = unquote(version);
    } else if (isInDependencies) {
      const [, name = '', specifier = ''] = /^("[^"]*"|\S+) (.*)$/.exec(content) ?? [];
      entry?.dependencies.set(unquote(name), unquote(specifier));
    }
  }
  return entries;
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}

function idOf({ descriptors }: Entry): string {
  return descriptors[0] ?? '';
}

/** The name that is asked for, or what stands behind it: `alias@npm:name@^1.0.0`. */
function nameOf(entry: Entry): string {
  const [name, specifier] = splitDescriptor(idOf(entry));
  return specifier.startsWith('npm:') ? splitDescriptor(specifier.slice(4))[0] : name;
}
