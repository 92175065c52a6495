import { createHash } from 'node:crypto';
import {
  canonicalJson,
  componentSection,
  isJsonObject,
  memberKind,
  ownProperty,
  ownString,
  strongComponents,
  type JsonObject,
  type JsonValue,
  type ObjectKind,
} from '@apipin/openapi-model';
import { componentId, fragmentTokens, parseComponentReference } from './component-reference.ts';
import { pathKeys } from './path-template.ts';
import type { SurveyedComponent, Survey } from './survey.ts';

/** What a component says, whatever it and others are called. */
export interface Structure {
  /** With what it refers to; components that refer to each other in a ring are told apart as far as they differ. */
  readonly digest: string;
  /** Of itself alone: it says that it refers, but not to what. */
  readonly shape: string;
}

/** What stands for the component of an id in the text of those that refer to it; `undefined` where there is none. */
type StandIn = (id: string) => string | undefined;

/** Digests the structure of every component, by id. */
export function digestStructures({
  components,
  references,
  operations,
}: Survey): Map<string, Structure> {
  const byId = new Map(components.map((component) => [componentId(component), component]));
  const targets = new Map<string, Set<string>>();
  for (const { owner, target } of references) {
    if (!byId.has(componentId(target))) continue;
    const known = targets.get(owner);
    if (known === undefined) targets.set(owner, new Set([componentId(target)]));
    else known.add(componentId(target));
  }
  const operationKeys = new Map(
    operations.map(({ object, key }) => [ownProperty(object, 'operationId'), key]),
  );
  const digest = (id: string, standIn: StandIn): string => {
    const { value, kind } = byId.get(id) as SurveyedComponent;
    return hash(textOf(value, kind, { standIn, operationKeys }));
  };

  const shapes = new Map<string, string>();
  for (const id of byId.keys()) {
    shapes.set(
      id,
      digest(id, (target) => (byId.has(target) ? '' : undefined)),
    );
  }
  const digests = new Map<string, string>();
  for (const ring of strongComponents(byId.keys(), (id) => [...(targets.get(id) ?? [])])) {
    for (const [id, value] of digestRing(ring, digests, digest)) digests.set(id, value);
  }
  return new Map(
    [...shapes].map(([id, shape]) => [id, { shape, digest: digests.get(id) as string }]),
  );
}

/**
 * Digests components that refer to each other, in rounds that each look one reference further, until no round tells
 * more of them apart. How many rounds that takes is a matter of their structure, so equal rings give equal digests.
 *
 * @param done - The digests of everything else that they refer to.
 */
function digestRing(
  ring: readonly string[],
  done: ReadonlyMap<string, string>,
  digest: (id: string, standIn: StandIn) => string,
): Map<string, string> {
  let current = new Map(ring.map((id) => [id, '']));
  for (let kinds = 0; ;) {
    const previous = current;
    const standIn: StandIn = (id) => previous.get(id) ?? done.get(id);
    current = new Map(ring.map((id) => [id, digest(id, standIn)]));
    const count = new Set(current.values()).size;
    if (count === kinds || ring.length === 1) return current;
    kinds = count;
  }
}

/** Half of a sha256 would do for a proof; this is a means to find things, read by people. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

interface Context {
  readonly standIn: StandIn;
  /** What identifies the operation of an id. */
  readonly operationKeys: ReadonlyMap<JsonValue | undefined, string>;
}

/** Keywords for people, who may be told the same in other words. */
const PROSE: ReadonlySet<string> = new Set(
  '$comment description example examples externalDocs summary title'.split(' '),
);

/** Names that are held as well, and so tell nothing. */
const NAMES: { readonly [kind in ObjectKind]?: ReadonlySet<string> } = {
  operation: new Set(['operationId', 'tags']),
  // Its keys may be the names of path parameters.
  link: new Set(['parameters']),
};

/** Lists whose order means nothing. */
const UNORDERED: ReadonlySet<string> = new Set(
  'allOf anyOf dependentRequired enum oneOf parameters required security type'.split(' '),
);

/** Equal for values that differ in prose, vendor extensions, order and the names of parts only. */
function textOf(value: JsonValue, kind: ObjectKind | undefined, context: Context): string {
  if (kind === undefined || !isJsonObject(value)) return canonicalJson(value);
  // References from here on would be relative to the identifier.
  if (kind === 'schema' && ownString(value, '$id') !== undefined) return canonicalJson(value);
  const members = Object.keys(value)
    .filter((name) => saysSomething(value, kind, name))
    .map(
      (name) => `${keyText(kind, name)}:${memberText(kind, name, value[name] ?? null, context)}`,
    );
  return `{${members.sort().join(',')}}`;
}

function saysSomething(object: JsonObject, kind: ObjectKind, name: string): boolean {
  if (kind === 'mapping') return true;
  if (isMap(kind)) return memberKind(kind, name) !== undefined;
  if (kind === 'parameter' && name === 'name') return object['in'] !== 'path';
  return !PROSE.has(name) && !name.startsWith('x-') && NAMES[kind]?.has(name) !== true;
}

/** Whether the members of an object of `kind` are called as the document likes. */
function isMap(kind: ObjectKind): boolean {
  return memberKind(kind, 'any name') !== undefined;
}

function keyText(kind: ObjectKind, name: string): string {
  return JSON.stringify(kind === 'callback' ? withoutPathNames(name) : name);
}

function memberText(kind: ObjectKind, name: string, member: JsonValue, context: Context): string {
  if (typeof member === 'string') return stringText(kind, name, member, context);
  if (name === 'security' && kind === 'operation') return securityText(member, context);
  const childKind = memberKind(kind, name);
  if (!Array.isArray(member)) {
    return isUnordered(kind, name) ? dependentText(member) : textOf(member, childKind, context);
  }
  const items = member.map((item: JsonValue) => textOf(item, childKind, context));
  return `[${(isUnordered(kind, name) ? items.sort() : items).join(',')}]`;
}

function isUnordered(kind: ObjectKind, name: string): boolean {
  return kind !== 'mapping' && !isMap(kind) && UNORDERED.has(name);
}

/** `dependentRequired` has its lists one level deeper. */
function dependentText(member: JsonValue): string {
  if (!isJsonObject(member)) return canonicalJson(member);
  return canonicalJson(
    Object.fromEntries(
      Object.entries(member).map(([name, list]) => [
        name,
        Array.isArray(list) ? list.map(canonicalJson).sort() : list,
      ]),
    ),
  );
}

function stringText(
  kind: ObjectKind,
  name: string,
  text: string,
  { standIn, operationKeys }: Context,
): string {
  if (kind === 'mapping') {
    const named = standIn(componentId({ section: 'schemas', name: text }));
    return named === undefined ? referenceText(text, standIn) : `@${named}`;
  }
  if (name === '$ref' && componentSection(kind) !== undefined) return referenceText(text, standIn);
  if (kind === 'link' && name === 'operationId') return operationKeys.get(text) ?? '';
  if (kind === 'link') return JSON.stringify(withoutPathNames(pathReferenceText(text)));
  return JSON.stringify(text);
}

function referenceText(ref: string, standIn: StandIn): string {
  const target = parseComponentReference(ref);
  const text = target && standIn(componentId(target));
  return text === undefined ? JSON.stringify(pathReferenceText(ref)) : `@${text}${target?.below}`;
}

/** A reference to something below `paths`, without the names of path parameters. */
function pathReferenceText(ref: string): string {
  const [paths, path, ...below] = fragmentTokens(ref) ?? [];
  if (paths !== 'paths' || path === undefined) return ref;
  return JSON.stringify([pathKeys([path]).get(path), below]);
}

/** Runtime expressions name path parameters. */
function withoutPathNames(text: string): string {
  return text.replaceAll(/\$request\.path\.[^{}]*/g, '$request.path');
}

function securityText(member: JsonValue, { standIn }: Context): string {
  if (!Array.isArray(member)) return canonicalJson(member);
  const requirements = member.map((requirement: JsonValue) => {
    if (!isJsonObject(requirement)) return canonicalJson(requirement);
    return Object.entries(requirement)
      .map(([name, scopes]) => {
        const scheme = standIn(componentId({ section: 'securitySchemes', name }));
        return `${scheme ?? JSON.stringify(name)}:${canonicalJson(scopes)}`;
      })
      .sort()
      .join(',');
  });
  return requirements.sort().join(';');
}
