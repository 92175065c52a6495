import {
  mapChildSchemas,
  mapModelSchemas,
  NO_ANNOTATIONS,
  schemasOfSameValue,
  type ApiModel,
  type Schema,
  type UnionSchema,
} from '@apipin/openapi-model';

type Schemas = ReadonlyMap<string, Schema>;

/**
 * Lets the discriminator of a union select the member that a value is held to.
 *
 * Members that say themselves which values of the property are theirs are left as they are: there the discriminator is
 * the hint that OpenAPI calls it. Others, where the property is any string, get the tags of the mapping, implicit names
 * included; without them, a value would often match several members of a `oneOf`, and so be refused.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function selectByDiscriminator(model: ApiModel): ApiModel {
  const schemas = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  const change = (schema: Schema): Schema => {
    const changed = mapChildSchemas(schema, change);
    return changed.kind === 'union' ? tagMembers(changed, schemas) : changed;
  };
  return mapModelSchemas(model, change);
}

function tagMembers(union: UnionSchema, schemas: Schemas): UnionSchema {
  const { discriminator, members } = union;
  if (discriminator === undefined) return union;
  const { propertyName, mapping } = discriminator;
  const tags = members.map((member) =>
    member.kind === 'reference'
      ? [...mapping].filter(([, target]) => target === member.target).map(([tag]) => tag)
      : [],
  );
  const isOpen = (member: Schema, index: number): boolean =>
    tags[index]?.length !== 0 && !tellsItself(member, propertyName, schemas);
  if (!members.every(isOpen)) return union;
  return {
    ...union,
    mode: 'anyOf',
    members: members.map((member, index) => tagged(member, propertyName, tags[index] ?? [])),
  };
}

/** Whether `schema` restricts the property to some values, wherever in it that is said. */
function tellsItself(schema: Schema, propertyName: string, schemas: Schemas): boolean {
  if (schema.kind === 'reference') {
    const target = schemas.get(schema.target);
    return target !== undefined && tellsItself(target, propertyName, schemas);
  }
  if (schema.kind === 'object') {
    const property = schema.properties.find(({ name }) => name === propertyName);
    return property !== undefined && isEnumerated(property.schema, schemas);
  }
  return schemasOfSameValue(schema).some((part) => tellsItself(part, propertyName, schemas));
}

function isEnumerated(schema: Schema, schemas: Schemas): boolean {
  if (schema.kind === 'enum') return true;
  const target = schema.kind === 'reference' ? schemas.get(schema.target) : undefined;
  return [...(target ? [target] : []), ...schemasOfSameValue(schema)].some((part) =>
    isEnumerated(part, schemas),
  );
}

function tagged(member: Schema, propertyName: string, tags: readonly string[]): Schema {
  const base = { ...NO_ANNOTATIONS, at: member.at };
  const tag: Schema = { kind: 'enum', ...base, values: tags.toSorted(), isOpen: false };
  const selector: Schema = {
    kind: 'object',
    ...base,
    properties: [{ name: propertyName, required: true, schema: tag, at: member.at }],
    requiredNames: [],
    additionalProperties: undefined,
    patternProperties: [],
    propertyNames: undefined,
    minProperties: undefined,
    maxProperties: undefined,
    dependentRequired: new Map(),
  };
  return { kind: 'intersection', ...base, members: [selector, member] };
}
