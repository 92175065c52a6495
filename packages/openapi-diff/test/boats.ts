import type { JsonObject, JsonValue } from '@apipin/openapi-model';

/** A document with these paths and these components. */
export function api(paths: JsonObject, schemas: JsonObject = {}): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Boats', version: '1' },
    paths,
    components: { schemas },
  };
}

/** An operation that takes and gives JSON. */
export function operation(
  operationId: string | undefined,
  { takes, gives, ...others }: JsonObject & { takes?: JsonValue; gives?: JsonValue } = {},
): JsonObject {
  const json = (schema: JsonValue): JsonObject => ({ 'application/json': { schema } });
  return {
    ...(operationId !== undefined && { operationId }),
    ...(takes !== undefined && { requestBody: { required: true, content: json(takes) } }),
    responses: {
      '200': { description: 'Done', ...(gives !== undefined && { content: json(gives) }) },
    },
    ...others,
  };
}

/** A reference to a component. */
export function ref(component: string): JsonObject {
  return { $ref: `#/components/schemas/${component}` };
}

/** An object schema. */
export function object(properties: JsonObject, required: string[] = []): JsonObject {
  return { type: 'object', properties, required };
}
