import { isObject } from './is-object.js';

/** Something in a value that the schema does not know, though it may be right in a newer version of the API. */
export interface UnknownPart {
  /**
   * - `property`: the schema does not list it.
   * - `enum-value`: the enumeration does not list the string.
   * - `union-member`: no member of the union has the tag.
   */
  readonly kind: 'property' | 'enum-value' | 'union-member';
  /** Keys and indices on the way to the property, the string or the tag. */
  readonly path: readonly (string | number)[];
  /** The same for every value: `*` stands for indices, and for names that the schema leaves open. */
  readonly place: readonly string[];
  /** The string or the tag. */
  readonly value?: string;
}

/** What a schema knows of a value; `null` where it looks no further. What refers to itself is a function. */
export type Shape =
  | null
  | (() => Shape)
  /** The `properties` by name, those whose names match a pattern, and the `rest` where further ones are expected. */
  | {
      readonly properties: Readonly<Record<string, Shape>>;
      readonly patterns?: readonly (readonly [{ test(name: string): boolean }, Shape])[];
      readonly rest?: Shape;
    }
  /** The first items one by one, and all that follow. */
  | { readonly prefix?: readonly Shape[]; readonly items: Shape }
  /** The strings of an enumeration. */
  | { readonly values: readonly string[] }
  /** One of `members`, by the value of the property `tag`. */
  | { readonly tag: string; readonly members: Readonly<Record<string, Shape>> }
  /** Those that accept the value; where there are none, those that accept it without what they do not know. */
  | { readonly any: readonly (readonly [Accepts, tolerantly: Accepts, Shape])[] }
  | { readonly all: readonly Shape[] };

type Accepts = (value: unknown) => boolean;
type ShapeWith<Key extends string> = Extract<Shape, { readonly [key in Key]: unknown }>;

/** The way to a part of a value. */
interface Way {
  readonly before: Way | undefined;
  readonly key: string | number;
  /** Whether another key would lead to the same place. */
  readonly isGeneral: boolean;
}

/** Finds all that `shape` does not know in a value that its schema accepts, or would accept if it knew that. */
export function findDrift(value: unknown, shape: Shape): UnknownPart[] {
  const found: UnknownPart[] = [];
  lookAt(value, shape, undefined, found);
  return found;
}

function lookAt(value: unknown, shape: Shape, way: Way | undefined, found: UnknownPart[]): void {
  if (shape === null) return;
  if (typeof shape === 'function') {
    lookAt(value, shape(), way, found);
  } else if ('properties' in shape) {
    if (isObject(value)) lookAtProperties(value, [shape], way, found);
  } else if ('values' in shape) {
    if (typeof value === 'string' && !shape.values.includes(value)) {
      found.push(unknownPart('enum-value', way, value));
    }
  } else if ('items' in shape) {
    if (Array.isArray(value)) lookAtItems(value, shape, way, found);
  } else if ('tag' in shape) {
    lookAt(value, memberOf(value, shape, way, found), way, found);
  } else {
    lookAtParts(value, shape, way, found);
  }
}

/** Of several shapes of one object, a property is known to all if it is known to one. */
function lookAtProperties(
  value: Readonly<Record<string, unknown>>,
  shapes: readonly ShapeWith<'properties'>[],
  way: Way | undefined,
  found: UnknownPart[],
): void {
  for (const name of Object.keys(value)) {
    let known: Shape | undefined;
    let isListed = false;
    for (const shape of shapes) {
      const isOwn = Object.hasOwn(shape.properties, name);
      const part = isOwn ? shape.properties[name] : shapeOfOther(name, shape);
      isListed ||= isOwn;
      if (part !== undefined) known = known ? { all: [known, part] } : part;
    }
    if (known === undefined) {
      found.push(unknownPart('property', { before: way, key: name, isGeneral: false }));
    } else if (known !== null) {
      lookAt(value[name], known, { before: way, key: name, isGeneral: !isListed }, found);
    }
  }
}

/** The shape of a property that is not listed; `undefined` where it is not expected. */
function shapeOfOther(
  name: string,
  { patterns, rest }: ShapeWith<'properties'>,
): Shape | undefined {
  const matching = patterns?.filter(([pattern]) => pattern.test(name)) ?? [];
  return matching.length === 0 ? rest : { all: matching.map(([, shape]) => shape) };
}

function lookAtItems(
  value: readonly unknown[],
  { prefix, items }: ShapeWith<'items'>,
  way: Way | undefined,
  found: UnknownPart[],
): void {
  for (let index = 0; index < value.length; index += 1) {
    const shape = prefix !== undefined && index < prefix.length ? (prefix[index] as Shape) : items;
    if (shape !== null)
      lookAt(value[index], shape, { before: way, key: index, isGeneral: true }, found);
  }
}

function lookAtParts(
  value: unknown,
  shape: Shape,
  way: Way | undefined,
  found: UnknownPart[],
): void {
  const objects: ShapeWith<'properties'>[] = [];
  for (const part of partsOf(value, shape, way, found)) {
    if ('properties' in part) objects.push(part);
    else lookAt(value, part, way, found);
  }
  if (isObject(value) && objects.length > 0) lookAtProperties(value, objects, way, found);
}

type Part = ShapeWith<'properties'> | ShapeWith<'values'> | ShapeWith<'items'>;

/** The shapes that a value is held to, none of them made of others. */
function partsOf(value: unknown, shape: Shape, way: Way | undefined, found: UnknownPart[]): Part[] {
  const inside = (part: Shape): Part[] => partsOf(value, part, way, found);
  if (shape === null) return [];
  if (typeof shape === 'function') return inside(shape());
  if ('all' in shape) return shape.all.flatMap(inside);
  if ('any' in shape) {
    const exact = shape.any.filter(([accepts]) => accepts(value));
    const fitting =
      exact.length > 0 ? exact : shape.any.filter(([, tolerates]) => tolerates(value));
    return fitting.flatMap(([, , part]) => inside(part));
  }
  return 'tag' in shape ? inside(memberOf(value, shape, way, found)) : [shape];
}

function memberOf(
  value: unknown,
  { tag, members }: ShapeWith<'tag'>,
  way: Way | undefined,
  found: UnknownPart[],
): Shape {
  const own = isObject(value) && Object.hasOwn(value, tag) ? value[tag] : undefined;
  if (typeof own !== 'string') return null;
  if (Object.hasOwn(members, own)) return members[own] as Shape;
  found.push(unknownPart('union-member', { before: way, key: tag, isGeneral: false }, own));
  return null;
}

function unknownPart(kind: UnknownPart['kind'], way: Way | undefined, value?: string): UnknownPart {
  const path: (string | number)[] = [];
  const place: string[] = [];
  for (let step = way; step !== undefined; step = step.before) {
    path.push(step.key);
    place.push(step.isGeneral ? '*' : String(step.key));
  }
  const part = { kind, path: path.reverse(), place: place.reverse() };
  return value === undefined ? part : { ...part, value };
}
