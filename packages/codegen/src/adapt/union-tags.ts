import type { Schema, UnionSchema } from '@apipin/openapi-model';

type Schemas = ReadonlyMap<string, Schema>;

/** The property that tells the members of a union apart, and which of its values are whose. */
export interface UnionTags {
  readonly name: string;
  /** The members that are told apart, `null` left out, each with its values of the property. */
  readonly members: readonly (readonly [member: Schema, values: readonly string[]])[];
}

/**
 * Finds what tells the members of `union` apart: the discriminator where it does, else the first property by name that
 * does. Each member requires the property and lists its values, and no value is listed twice; a member may do so in
 * schemas that it refers to or consists of.
 */
export function unionTags(union: UnionSchema, schemas: Schemas): UnionTags | undefined {
  const members = union.members.filter(({ kind }) => kind !== 'null');
  const [first] = members;
  if (first === undefined || union.mode === 'types') return undefined;
  const preferred = union.discriminator === undefined ? [] : [union.discriminator.propertyName];
  for (const name of [...preferred, ...propertyNames(first, schemas, new Set())]) {
    const values = members.map((member) => tagValues(member, name, schemas, new Set()));
    if (name in Object.prototype || !values.every((list) => list !== undefined)) continue;
    const all = values.flat();
    if (new Set(all).size < all.length) continue;
    return { name, members: members.map((member, index) => [member, values[index] ?? []]) };
  }
  return undefined;
}

/** @param seen - References on the way here. */
function propertyNames(schema: Schema, schemas: Schemas, seen: ReadonlySet<string>): string[] {
  if (schema.kind === 'object') return schema.properties.map(({ name }) => name);
  return partsOf(schema, schemas, seen).flatMap(([part, within]) =>
    propertyNames(part, schemas, within),
  );
}

function tagValues(
  schema: Schema,
  name: string,
  schemas: Schemas,
  seen: ReadonlySet<string>,
): readonly string[] | undefined {
  if (schema.kind === 'object') {
    const property = schema.properties.find((candidate) => candidate.name === name);
    return property?.required === true ? listedStrings(property.schema, schemas, seen) : undefined;
  }
  return partsOf(schema, schemas, seen)
    .map(([part, within]) => tagValues(part, name, schemas, within))
    .find((values) => values !== undefined);
}

function listedStrings(
  schema: Schema,
  schemas: Schemas,
  seen: ReadonlySet<string>,
): readonly string[] | undefined {
  if (schema.kind === 'enum') {
    const strings = schema.values.filter((value) => typeof value === 'string');
    return schema.isOpen || strings.length < schema.values.length ? undefined : strings;
  }
  return partsOf(schema, schemas, seen)
    .map(([part, within]) => listedStrings(part, schemas, within))
    .find((values) => values !== undefined);
}

/** The schemas that hold of every value for which `schema` holds. */
function partsOf(
  schema: Schema,
  schemas: Schemas,
  seen: ReadonlySet<string>,
): (readonly [Schema, ReadonlySet<string>])[] {
  switch (schema.kind) {
    case 'reference': {
      const target = schemas.get(schema.target);
      if (target === undefined || seen.has(schema.target)) return [];
      return [[target, new Set([...seen, schema.target])]];
    }
    case 'intersection':
      return schema.members.map((member) => [member, seen]);
    case 'unevaluated':
      return [[schema.schema, seen]];
    default:
      return [];
  }
}
