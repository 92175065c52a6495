import {
  canonicalJson,
  type EnumSchema,
  type ObjectSchema,
  type Schema,
} from '@apipin/openapi-model';

type Schemas = ReadonlyMap<string, Schema>;

/** The schema that a chain of references ends at. */
function resolved(schema: Schema, schemas: Schemas): Schema | undefined {
  const seen = new Set<string>();
  let found: Schema | undefined = schema;
  while (found?.kind === 'reference') {
    if (seen.has(found.target)) return undefined;
    seen.add(found.target);
    found = schemas.get(found.target);
  }
  return found;
}

/**
 * The required property whose values tell the members of a union apart: the discriminator where it does, else the first
 * by name that does. `undefined` where no property does.
 */
export function tagOf(
  union: {
    readonly members: readonly Schema[];
    readonly discriminator: { readonly propertyName: string } | undefined;
  },
  schemas: Schemas,
): string | undefined {
  const members = union.members.map((member) => resolved(member, schemas));
  if (!members.every((member): member is ObjectSchema => member?.kind === 'object'))
    return undefined;
  const candidates = (members[0]?.properties ?? []).map(({ name }) => name);
  const preferred = union.discriminator === undefined ? [] : [union.discriminator.propertyName];
  return [...preferred, ...candidates].find((name) => tells(name, members, schemas));
}

function tells(name: string, members: readonly ObjectSchema[], schemas: Schemas): boolean {
  if (name in Object.prototype) return false;
  const seen = new Set<string>();
  return members.every((member) => {
    const property = member.properties.find((candidate) => candidate.name === name);
    const schema = property?.required === true ? resolved(property.schema, schemas) : undefined;
    return schema?.kind === 'enum' && !schema.isOpen && isOfStrings(schema) && addAll(schema, seen);
  });
}

/** The values of `tag` that select `member`. */
export function tagValues(tag: string, member: Schema, schemas: Schemas): string[] {
  const object = resolved(member, schemas);
  const property =
    object?.kind === 'object' ? object.properties.find(({ name }) => name === tag) : undefined;
  const schema = property && resolved(property.schema, schemas);
  return schema?.kind === 'enum' ? schema.values.filter((value) => typeof value === 'string') : [];
}

function isOfStrings({ values }: EnumSchema): boolean {
  return values.every((value) => typeof value === 'string');
}

/** Adds the values to `seen`; `false` where one of them was there already. */
function addAll({ values }: EnumSchema, seen: Set<string>): boolean {
  const texts = values.map(canonicalJson);
  const isNew = texts.every((text) => !seen.has(text));
  for (const text of texts) seen.add(text);
  return isNew;
}

/** Whether no value can match two of `members`: their types differ, or their enumerated values do. */
export function areExclusive(members: readonly Schema[], schemas: Schemas): boolean {
  const kinds = new Set<string>();
  const values = new Set<string>();
  for (const member of members) {
    const schema = resolved(member, schemas);
    switch (schema?.kind) {
      case 'null':
      case 'boolean':
      case 'number':
      case 'string':
      case 'array':
      case 'object':
        if (kinds.has(schema.kind)) return false;
        kinds.add(schema.kind);
        break;
      case 'enum':
        if (schema.isOpen || !addAll(schema, values)) return false;
        break;
      default:
        return false;
    }
  }
  return ![...values].some((text) => kinds.has(jsonTypeOfText(text)));
}

function jsonTypeOfText(text: string): string {
  const value: unknown = JSON.parse(text);
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
