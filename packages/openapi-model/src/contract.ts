import { createHash } from 'node:crypto';

import { canonicalDocument } from './canonical.ts';
import { canonicalJson } from './canonical-json.ts';
import { compareCodeUnits } from './compare.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { memberKind, type ObjectKind } from './openapi-structure.ts';

/** Words for people, examples, and what groups operations in documentation. */
const PROSE: ReadonlySet<string> = new Set([
  '$comment',
  'description',
  'example',
  'examples',
  'externalDocs',
  'info',
  'summary',
  'tags',
  'title',
]);

/** Lists whose order means nothing, beyond those that `canonicalDocument` sorts. */
const UNORDERED: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'parameters',
  'security',
  'type',
]);

/**
 * What is left of a document without prose, examples, vendor extensions, and orders that mean nothing: what its
 * operations take and answer, and what things are called.
 */
export function contractOf(root: JsonObject): JsonObject {
  return contractOfObject(canonicalDocument(root), 'document');
}

/** The sha256 of a document's contract, in hex. */
export function digestContract(root: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify(contractOf(root)))
    .digest('hex');
}

function contractOfValue(value: JsonValue, kind: ObjectKind | undefined): JsonValue {
  if (kind === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => contractOfValue(item, kind));
  return isJsonObject(value) ? contractOfObject(value, kind) : value;
}

function contractOfObject(object: JsonObject, kind: ObjectKind): JsonObject {
  const entries = Object.entries(object).flatMap(([name, member]): [string, JsonValue][] => {
    if (isSilent(kind, name)) return [];
    const contract =
      contractOfPlainMember(kind, name, member) ?? contractOfValue(member, memberKind(kind, name));
    return [[name, isMap(kind) || !UNORDERED.has(name) ? contract : sorted(contract)]];
  });
  return Object.fromEntries(entries);
}

/** Servers and flows, which `memberKind` does not know because no `$ref` is in them, but words are. */
function contractOfPlainMember(
  kind: ObjectKind,
  name: string,
  member: JsonValue,
): JsonValue | undefined {
  if (isMap(kind)) return undefined;
  if (name === 'servers' && Array.isArray(member)) return member.map(contractOfServer);
  if (kind === 'link' && name === 'server') return contractOfServer(member);
  if (kind === 'securityScheme' && name === 'flows') {
    return mapMembers(withoutProse(member), contractOfFlow);
  }
  return undefined;
}

function contractOfServer(server: JsonValue): JsonValue {
  return mapMembers(withoutProse(server), (member, name) =>
    name === 'variables' ? mapMembers(member, withoutProse) : member,
  );
}

/** Scopes have a name, and words about it. */
function contractOfFlow(flow: JsonValue): JsonValue {
  return mapMembers(withoutProse(flow), (member, name) =>
    name === 'scopes' ? mapMembers(member, () => true) : member,
  );
}

function withoutProse(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(
    ([name]) => !PROSE.has(name) && !isForeignExtension(name),
  );
  return Object.fromEntries(entries);
}

function mapMembers(
  value: JsonValue,
  map: (member: JsonValue, name: string) => JsonValue,
): JsonValue {
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, map(member, name)] as const);
  return Object.fromEntries(entries);
}

/** Whether a member says nothing to a program. */
function isSilent(kind: ObjectKind, name: string): boolean {
  if (kind === 'mapping') return false;
  const isExtension = isForeignExtension(name) && memberKind(kind, name) === undefined;
  return isExtension || (PROSE.has(name) && !isMap(kind));
}

/** Our own extensions change what clients do. */
function isForeignExtension(name: string): boolean {
  return name.startsWith('x-') && !name.startsWith('x-apipin-');
}

/** Whether the members of such an object are named by the document, and not by OpenAPI. */
function isMap(kind: ObjectKind): boolean {
  return memberKind(kind, 'any name') !== undefined || kind === 'mapping';
}

function sorted(value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  return value
    .map((item) => ({ item, key: canonicalJson(item) }))
    .sort((a, b) => compareCodeUnits(a.key, b.key))
    .map(({ item }) => item);
}
