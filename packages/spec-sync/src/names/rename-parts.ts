import {
  componentSection,
  isJsonObject,
  memberKind,
  ownProperty,
  ownString,
  type JsonObject,
  type JsonValue,
  type ObjectKind,
} from '@apipin/openapi-model';
import { fragmentTokens, replaceFragmentToken } from './component-reference.ts';
import { addMapping, findImplicitValues } from './implicit-values.ts';
import { changedNames, planPathRenames, renameExpressions, type Names } from './path-names.ts';
import { renameLinkMember } from './rename-link.ts';

/** New names for parts of a document, by the old ones; parts that are not listed keep theirs. */
export interface Renames {
  /** By section of `components`. */
  readonly components?: ReadonlyMap<string, Names>;
  /** The ids of operations, by the operation itself: a document may have one id twice, and an operation none. */
  readonly operations?: ReadonlyMap<JsonObject, string>;
  readonly tags?: Names;
  /** Path templates, whose names of parameters alone change. */
  readonly paths?: Names;
}

const NONE: Names = new Map();

/**
 * Renames parts of a document wherever they are named, and nothing on the wire: a schema whose name is the value of a
 * discriminator leaves that value behind in the mapping.
 *
 * What is unchanged is the same object, and keys stay in their order. A path that shares a parameter with another one of
 * which it is not to have the new name keeps its template.
 */
export function renameParts(root: JsonObject, renames: Renames): JsonObject {
  const { components = new Map<string, Names>(), operations = new Map<JsonObject, string>() } =
    renames;
  const { tags = NONE } = renames;
  const schemas = components.get('schemas') ?? NONE;
  const implicitValues = findImplicitValues(root, schemas);
  const { paths, places } = planPathRenames(root, renames.paths ?? NONE);
  const operationIds = new Map(
    [...operations].map(([object, id]) => [ownString(object, 'operationId'), id]),
  );
  const pathsById = findPathsById(root, paths);
  return renameMembers(root, 'document', true);

  /** @param isRooted - Whether pointers in references start at the root of the document. */
  function renameValue(value: JsonValue, kind: ObjectKind, isRooted: boolean): JsonValue {
    if (Array.isArray(value)) {
      return mapSame(value, (item) => renameValue(item, kind, isRooted));
    }
    if (!isJsonObject(value)) return value;
    const isRootedHere = isRooted && !(kind === 'schema' && ownString(value, '$id') !== undefined);
    const renamed = renameMembers(value, kind, isRootedHere);
    if (kind === 'operation') return withOperationId(renamed, operations.get(value));
    const values = kind === 'schema' ? implicitValues.get(value) : undefined;
    return values === undefined ? renamed : addMapping(renamed, values, schemas);
  }

  function renameMembers(object: JsonObject, kind: ObjectKind, isRooted: boolean): JsonObject {
    const place = places.get(object);
    return mapEntries(object, (name, member) => {
      if (kind === 'paths') return [paths.get(name) ?? name, renameMember(name, member)];
      if (kind === 'callback') return [renameExpressions(name, place), renameMember(name, member)];
      return [name, renameMember(name, member)];
    });

    function renameMember(name: string, member: JsonValue): JsonValue {
      if (kind === 'link' && name !== '$ref') return renameInLink(object, name, member);
      if (kind === 'components') return renameSection(name, member, isRooted);
      if (kind === 'document' || kind === 'operation') {
        if (name === 'security') return renameSecurity(member);
        if (name === 'tags') return renameTags(member, tags);
      }
      if (kind === 'parameter' && name === 'name' && ownProperty(object, 'in') === 'path')
        return place?.get(String(member)) ?? member;
      if (typeof member === 'string') return renameText(kind, name, member, isRooted);
      const childKind = memberKind(kind, name);
      return childKind === undefined ? member : renameValue(member, childKind, isRooted);
    }
  }

  function renameText(kind: ObjectKind, name: string, text: string, isRooted: boolean): string {
    // A mapping leads to a schema by name or by reference.
    if (kind === 'mapping' && schemas.has(text)) return schemas.get(text) ?? text;
    const isReference =
      kind === 'mapping' || (name === '$ref' && componentSection(kind) !== undefined);
    return isReference && isRooted ? renameReference(text) : text;
  }

  function renameReference(ref: string): string {
    const [first, second = '', third = ''] = fragmentTokens(ref) ?? [];
    const isComponent = first === 'components';
    const name = isComponent ? components.get(second)?.get(third) : paths.get(second);
    if (name === undefined || (!isComponent && first !== 'paths')) return ref;
    return replaceFragmentToken(ref, isComponent ? 2 : 1, name);
  }

  function renameSection(section: string, member: JsonValue, isRooted: boolean): JsonValue {
    const kind = memberKind('components', section);
    if (kind === undefined) return member;
    return renameKeys(renameValue(member, kind, isRooted), components.get(section));
  }

  function renameSecurity(requirements: JsonValue): JsonValue {
    if (!Array.isArray(requirements)) return requirements;
    return mapSame(requirements, (item) => renameKeys(item, components.get('securitySchemes')));
  }

  function renameInLink(link: JsonObject, name: string, member: JsonValue): JsonValue {
    const path =
      pathsById.get(ownString(link, 'operationId') ?? '') ??
      fragmentTokens(ownString(link, 'operationRef') ?? '')?.[1];
    return renameLinkMember(name, member, {
      operationId: (id) => operationIds.get(id) ?? id,
      operationRef: renameReference,
      there: path === undefined ? undefined : changedNames(path, paths.get(path)),
      here: places.get(link),
    });
  }
}

/** The path of each operation that has an id, as far as it changes. */
function findPathsById(root: JsonObject, paths: Names): Map<string, string> {
  return new Map(
    [...paths.keys()].flatMap((path) =>
      Object.values(ownProperty(ownProperty(root, 'paths'), path) ?? {}).flatMap((operation) => {
        const id = ownString(operation as JsonValue, 'operationId');
        return id === undefined ? [] : [[id, path] as const];
      }),
    ),
  );
}

function withOperationId(operation: JsonObject, id: string | undefined): JsonObject {
  if (id === undefined || ownProperty(operation, 'operationId') === id) return operation;
  return { ...operation, operationId: id };
}

/** The names of an operation's tags, or the document's tags themselves. */
function renameTags(tags: JsonValue, names: Names): JsonValue {
  if (!Array.isArray(tags)) return tags;
  const rename = (tag: JsonValue): JsonValue =>
    typeof tag === 'string' ? (names.get(tag) ?? tag) : tag;
  return mapSame(tags, (tag) => {
    if (!isJsonObject(tag)) return rename(tag);
    return mapEntries(tag, (key, value) => [
      key,
      key === 'name' || key === 'parent' ? rename(value) : value,
    ]);
  });
}

function renameKeys(value: JsonValue, names: Names = NONE): JsonValue {
  if (!isJsonObject(value)) return value;
  return mapEntries(value, (name, member) => [names.get(name) ?? name, member]);
}

/** The same list where nothing in it changes. */
function mapSame(
  list: readonly JsonValue[],
  change: (item: JsonValue) => JsonValue,
): readonly JsonValue[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

/** The same object where nothing in it changes. */
function mapEntries(
  object: JsonObject,
  change: (name: string, value: JsonValue) => [string, JsonValue],
): JsonObject {
  const entries = Object.entries(object);
  const changed = entries.map(([name, value]) => change(name, value));
  const isSame = changed.every(
    ([name, value], index) => name === entries[index]?.[0] && value === entries[index]?.[1],
  );
  return isSame ? object : Object.fromEntries(changed);
}
