import { createHash } from 'node:crypto';

import { canonicalJson } from './canonical-json.ts';
import { compareCodeUnits } from './compare.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { memberKind, type ObjectKind } from './openapi-structure.ts';

/**
 * The same document with everything in a fixed order whose order means nothing: keys of objects, and in schemas
 * `enum`, `required` and `dependentRequired`.
 *
 * Two documents that differ only in those orders give the same JSON text.
 */
export function canonicalDocument(root: JsonObject): JsonObject {
  return canonicalObject(root, 'document');
}

/** The sha256 of what a document means, in hex. */
export function digestMeaning(root: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify(canonicalDocument(root)))
    .digest('hex');
}

function canonicalValue(value: JsonValue, kind: ObjectKind | undefined): JsonValue {
  if (Array.isArray(value)) return value.map((item) => canonicalValue(item, kind));
  return isJsonObject(value) ? canonicalObject(value, kind) : value;
}

function canonicalObject(object: JsonObject, kind: ObjectKind | undefined): JsonObject {
  const entries = Object.keys(object)
    .sort(compareCodeUnits)
    .map((name): [string, JsonValue] => {
      const member = object[name] as JsonValue;
      return kind === 'schema' && isUnordered(name)
        ? [name, sortLists(member)]
        : [name, canonicalValue(member, kind && memberKind(kind, name))];
    });
  return Object.fromEntries(entries);
}

function isUnordered(keyword: string): boolean {
  return keyword === 'enum' || keyword === 'required' || keyword === 'dependentRequired';
}

/** Sorts a list, or each list that is a member of an object. */
function sortLists(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return sortList(value);
  if (!isJsonObject(value)) return value;
  const entries = Object.keys(value)
    .sort(compareCodeUnits)
    .map((name) => [name, sortLists(value[name] as JsonValue)] as const);
  return Object.fromEntries(entries);
}

function sortList(list: readonly JsonValue[]): JsonValue[] {
  return list
    .map((item) => ({ item: canonicalValue(item, undefined), key: canonicalJson(item) }))
    .sort((a, b) => compareCodeUnits(a.key, b.key))
    .map(({ item }) => item);
}
