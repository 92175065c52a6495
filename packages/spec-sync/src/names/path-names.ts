import {
  canonicalJson,
  componentSection,
  isJsonObject,
  memberKind,
  ownProperty,
  ownString,
  type JsonObject,
  type JsonValue,
  type ObjectKind,
} from '@apipin/openapi-model';
import { parseComponentReference } from './component-reference.ts';
import { templateNames } from './path-template.ts';

/** New names by the old ones. */
export type Names = ReadonlyMap<string, string>;

/** What renaming path parameters comes to. */
export interface PathRenames {
  /** New path templates by the old ones. */
  readonly paths: Names;
  /** The parameters, links and callbacks that name the path parameters of the operation they belong to. */
  readonly places: ReadonlyMap<JsonObject, Names>;
}

/** The objects below a path item that may name its path parameters, or lead to such. */
const LEADS_TO_NAMES: ReadonlySet<ObjectKind> = new Set<ObjectKind>([
  'pathItem',
  'operation',
  'operations',
  'parameter',
  'responses',
  'response',
  'links',
  'link',
  'callbacks',
  'callback',
]);

const PATH_NAME = /(?<=\$request\.path\.)[^{}#"\\]+/g;

/**
 * Plans the change of path templates in everything that names their parameters.
 *
 * Paths may share a parameter, and then cannot call it by two names: those that do not agree keep their templates.
 *
 * @param wanted - New templates by the old ones, which differ in names alone.
 */
export function planPathRenames(root: JsonObject, wanted: Names): PathRenames {
  if (wanted.size === 0) return { paths: wanted, places: new Map() };
  const paths = new Map(wanted);
  const users = findUsers(root);
  while (dropDisagreements(users, paths));
  const places = new Map(
    [...users].map(([place, [path = '']]) => [place, changedNames(path, paths.get(path))] as const),
  );
  return { paths, places };
}

/** The new names of the parameters of `path` by the old ones. */
export function changedNames(path: string, renamed: string | undefined): Names {
  const names = templateNames(renamed ?? path);
  return new Map(templateNames(path).map((name, index) => [name, names[index] ?? name]));
}

/** `text` with the path parameters in its runtime expressions renamed. */
export function renameExpressions(text: string, names: Names | undefined): string {
  return text.replaceAll(PATH_NAME, (name) => names?.get(name) ?? name);
}

/** By each place that may name path parameters, the paths that it belongs to. */
function findUsers(root: JsonObject): Map<JsonObject, string[]> {
  const users = new Map<JsonObject, string[]>();
  for (const [path, item] of Object.entries(ownProperty(root, 'paths') ?? {})) {
    visit(item as JsonValue, 'pathItem', path);
  }
  return users;

  function visit(value: JsonValue | undefined, kind: ObjectKind, path: string): void {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, kind, path);
      return;
    }
    if (!isJsonObject(value)) return;
    const paths = users.get(value) ?? [];
    if (paths.includes(path)) return;
    users.set(value, [...paths, path]);
    if (componentSection(kind) !== undefined) visit(componentAt(root, value), kind, path);
    // The path of a callback is a matter of its own.
    if (kind === 'callback') return;
    for (const [name, member] of Object.entries(value)) {
      const childKind = memberKind(kind, name);
      if (childKind !== undefined && LEADS_TO_NAMES.has(childKind)) visit(member, childKind, path);
    }
  }
}

function componentAt(root: JsonObject, value: JsonObject): JsonValue | undefined {
  const target = parseComponentReference(ownString(value, '$ref') ?? '');
  if (target?.below !== '') return undefined;
  return ownProperty(ownProperty(ownProperty(root, 'components'), target.section), target.name);
}

/** @returns whether there were any. */
function dropDisagreements(
  users: ReadonlyMap<JsonObject, readonly string[]>,
  paths: Map<string, string>,
): boolean {
  const before = paths.size;
  for (const [place, sharing] of users) {
    if (sharing.length === 1) continue;
    for (const name of namesIn(place)) {
      const renamed = sharing.map((path) => changedNames(path, paths.get(path)).get(name) ?? name);
      if (new Set(renamed).size > 1) for (const path of sharing) paths.delete(path);
    }
  }
  return paths.size < before;
}

/** The path parameters that an object may name. */
function namesIn(place: JsonObject): string[] {
  const name = ownProperty(place, 'in') === 'path' ? ownString(place, 'name') : undefined;
  return [...(name === undefined ? [] : [name]), ...(canonicalJson(place).match(PATH_NAME) ?? [])];
}
