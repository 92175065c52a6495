import {
  mapChildSchemas,
  NO_ANNOTATIONS,
  type EnumSchema,
  type ObjectSchema,
  type Schema,
  type UnionSchema,
} from '@apipin/openapi-model';
import { unionTags } from './union-tags.ts';

type Schemas = ReadonlyMap<string, Schema>;

/** Schemas of what newer versions of an API may send to programs that know an older one. */
export interface TolerantSchemas {
  /** Those of the document, and a twin of each that someone tolerant sees differently. */
  readonly schemas: Schemas;
  /** The pointer of each twin, with that of its original. */
  readonly originals: ReadonlyMap<string, string>;
  /** What `schema` is to someone tolerant; `schema` itself where that is no different. */
  tolerant(schema: Schema): Schema;
}

/**
 * Makes twins of `schemas` that also accept what they do not know: further properties, strings that an enumeration does not
 * list, and objects with a tag that no member of a union has.
 *
 * A twin accepts every value that its schema accepts. What stands in a `not`, an `if`, a `contains` or `propertyNames` is
 * left as it is: what these accept more, the whole may accept less. So is what `unevaluatedProperties` and
 * `unevaluatedItems` say other than `false`: that says nothing of most parts of a value.
 */
export function tolerateUnknown(schemas: Schemas): TolerantSchemas {
  const changing = findChanging(schemas);
  const tolerant = (schema: Schema): Schema =>
    isChanged(schema, changing) ? accept(schema) : schema;
  const twins = [...changing].map((pointer): [string, Schema] => [
    twinOf(pointer),
    accept(schemas.get(pointer) as Schema),
  ]);
  const originals = new Map([...changing].map((pointer) => [twinOf(pointer), pointer]));
  return { schemas: new Map([...schemas, ...twins]), originals, tolerant };

  function accept(schema: Schema): Schema {
    switch (schema.kind) {
      case 'reference':
        return { ...schema, target: twinOf(schema.target) };
      case 'enum':
        return acceptStrings(schema);
      case 'object':
        return acceptProperties(schema);
      case 'array':
        return {
          ...schema,
          prefixItems: schema.prefixItems.map(tolerant),
          items: schema.items && tolerant(schema.items),
        };
      case 'union':
        return acceptMembers(schema);
      case 'conditional':
        return {
          ...schema,
          consequent: schema.consequent && tolerant(schema.consequent),
          alternative: schema.alternative && tolerant(schema.alternative),
        };
      case 'unevaluated':
        return {
          ...schema,
          schema: tolerant(schema.schema),
          properties: schema.properties?.kind === 'never' ? undefined : schema.properties,
        };
      default:
        return mapChildSchemas(schema, tolerant);
    }
  }

  function acceptProperties(schema: ObjectSchema): Schema {
    const rest = schema.additionalProperties;
    return {
      ...schema,
      properties: schema.properties.map((property) => ({
        ...property,
        schema: tolerant(property.schema),
      })),
      patternProperties: schema.patternProperties.map((property) => ({
        ...property,
        schema: tolerant(property.schema),
      })),
      additionalProperties:
        rest === undefined || rest.kind === 'never' ? undefined : tolerant(rest),
    };
  }

  function acceptMembers(union: UnionSchema): Schema {
    const tags = unionTags(union, schemas);
    const base = { ...NO_ANNOTATIONS, at: union.at };
    if (tags !== undefined) {
      const nulls = union.members.filter(({ kind }) => kind === 'null');
      const known = tags.members.map(([member, values]) =>
        both(objectWith(tags.name, enumOf(values, union), union), tolerant(member)),
      );
      const isNew: Schema = {
        kind: 'not',
        ...base,
        schema: enumOf(
          tags.members.flatMap(([, values]) => values),
          union,
        ),
      };
      const unknown = objectWith(tags.name, both(stringAt(union), isNew), union);
      return { ...union, mode: 'anyOf', members: [...nulls, ...known, unknown] };
    }
    const members = union.members.map(tolerant);
    if (union.mode !== 'oneOf') return { ...union, members };
    // A value that several members know is as wrong as before.
    const matches = (mode: readonly Schema[]): Schema => ({
      ...union,
      mode: 'anyOf',
      members: mode,
    });
    const isUnknown: Schema = { kind: 'not', ...base, schema: matches(union.members) };
    return matches([union, both(isUnknown, matches(members))]);
  }
}

/** Where the twin of a named schema is: no pointer of a document ends like this. */
function twinOf(pointer: string): string {
  return `${pointer}~tolerant`;
}

/** The pointers of the schemas that someone tolerant sees differently, on their own or for what they refer to. */
function findChanging(schemas: Schemas): ReadonlySet<string> {
  const changing = new Set<string>();
  for (let size = -1; size < changing.size;) {
    size = changing.size;
    for (const [pointer, schema] of schemas) {
      if (isChanged(schema, changing)) changing.add(pointer);
    }
  }
  return changing;
}

function isChanged(schema: Schema, changing: ReadonlySet<string>): boolean {
  const inside = (child: Schema | undefined): boolean =>
    child !== undefined && isChanged(child, changing);
  switch (schema.kind) {
    case 'reference':
      return changing.has(schema.target);
    case 'enum':
      return !schema.isOpen && schema.values.some((value) => typeof value === 'string');
    case 'object':
      return (
        [...schema.properties, ...schema.patternProperties].some((part) => inside(part.schema)) ||
        schema.additionalProperties?.kind === 'never' ||
        inside(schema.additionalProperties)
      );
    case 'array':
      return schema.prefixItems.some(inside) || inside(schema.items);
    case 'union':
      return schema.members.some(inside);
    case 'intersection':
      return schema.members.some(inside);
    case 'conditional':
      return inside(schema.consequent) || inside(schema.alternative);
    case 'dependent':
      return [...schema.schemas.values()].some(inside);
    case 'unevaluated':
      return inside(schema.schema) || schema.properties?.kind === 'never';
    default:
      return false;
  }
}

function acceptStrings(schema: EnumSchema): Schema {
  const others = schema.values.filter((value) => typeof value !== 'string');
  const string = stringAt(schema);
  if (others.length === 0) return string;
  return {
    kind: 'union',
    ...NO_ANNOTATIONS,
    at: schema.at,
    mode: 'anyOf',
    members: [{ ...schema, values: others }, string],
    discriminator: undefined,
  };
}

function stringAt({ at }: Schema): Schema {
  return {
    kind: 'string',
    ...NO_ANNOTATIONS,
    at,
    minLength: undefined,
    maxLength: undefined,
    pattern: undefined,
    format: undefined,
  };
}

function enumOf(values: readonly string[], { at }: Schema): Schema {
  return { kind: 'enum', ...NO_ANNOTATIONS, at, values: values.toSorted(), isOpen: false };
}

function both(first: Schema, second: Schema): Schema {
  return { kind: 'intersection', ...NO_ANNOTATIONS, at: second.at, members: [first, second] };
}

function objectWith(name: string, schema: Schema, { at }: Schema): Schema {
  return {
    kind: 'object',
    ...NO_ANNOTATIONS,
    at,
    properties: [{ name, required: true, schema, at }],
    requiredNames: [],
    additionalProperties: undefined,
    patternProperties: [],
    propertyNames: undefined,
    minProperties: undefined,
    maxProperties: undefined,
    dependentRequired: new Map(),
  };
}
