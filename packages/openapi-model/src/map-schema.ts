import type { ApiModel, MediaType } from './model.ts';
import type { Schema } from './schema.ts';

/** A copy of `schema` in which each schema directly inside it is what `change` makes of it. */
export function mapChildSchemas(schema: Schema, change: (child: Schema) => Schema): Schema {
  const maybe = (child: Schema | undefined): Schema | undefined => child && change(child);
  switch (schema.kind) {
    case 'array':
      return {
        ...schema,
        prefixItems: schema.prefixItems.map(change),
        items: maybe(schema.items),
        contains: schema.contains && {
          ...schema.contains,
          schema: change(schema.contains.schema),
        },
      };
    case 'object':
      return {
        ...schema,
        properties: schema.properties.map((property) => ({
          ...property,
          schema: change(property.schema),
        })),
        patternProperties: schema.patternProperties.map((property) => ({
          ...property,
          schema: change(property.schema),
        })),
        additionalProperties: maybe(schema.additionalProperties),
        propertyNames: maybe(schema.propertyNames),
      };
    case 'union':
    case 'intersection':
      return { ...schema, members: schema.members.map(change) };
    case 'not':
      return { ...schema, schema: change(schema.schema) };
    case 'conditional':
      return {
        ...schema,
        condition: change(schema.condition),
        consequent: maybe(schema.consequent),
        alternative: maybe(schema.alternative),
      };
    case 'dependent':
      return {
        ...schema,
        schemas: new Map([...schema.schemas].map(([name, child]) => [name, change(child)])),
      };
    case 'unevaluated':
      return {
        ...schema,
        schema: change(schema.schema),
        properties: maybe(schema.properties),
        items: maybe(schema.items),
      };
    case 'any':
    case 'never':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'enum':
    case 'reference':
      return schema;
  }
}

/** A copy of `model` in which every named schema, and every schema of a body, is what `change` makes of it. */
export function mapModelSchemas(model: ApiModel, change: (schema: Schema) => Schema): ApiModel {
  const mapContent = (content: readonly MediaType[]): MediaType[] =>
    content.map((media) => ({ ...media, schema: change(media.schema) }));
  return {
    ...model,
    schemas: new Map(
      [...model.schemas].map(([pointer, named]) => [
        pointer,
        { ...named, schema: change(named.schema) },
      ]),
    ),
    operations: model.operations.map((operation) => ({
      ...operation,
      requestBody: operation.requestBody && {
        ...operation.requestBody,
        content: mapContent(operation.requestBody.content),
      },
      responses: operation.responses.map((response) => ({
        ...response,
        content: mapContent(response.content),
      })),
    })),
  };
}
