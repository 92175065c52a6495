import type { JsonObject, JsonValue } from '@apipin/openapi-model';

/** The older and the newer of two documents. */
export interface DocumentPair {
  readonly old: JsonObject;
  readonly new: JsonObject;
}

/** What surrounds the compared schemas; each default is the same on both sides. */
export interface Surroundings {
  /** @defaultValue `'3.1.0'` */
  readonly oldVersion?: string;
  /** @defaultValue `'3.1.0'` */
  readonly newVersion?: string;
  /** @defaultValue `'application/json'` */
  readonly mediaType?: string;
  /** `components.schemas` of the older document. */
  readonly oldComponents?: JsonObject;
  /** `components.schemas` of the newer document. */
  readonly newComponents?: JsonObject;
}

/** OpenAPI 3.0 on both sides, for `nullable` and the like. */
export const openapi30 = { oldVersion: '3.0.3', newVersion: '3.0.3' } as const;

/** Two documents that differ in the schema of the one request body. */
export function requestSchemas(
  oldSchema: JsonValue,
  newSchema: JsonValue,
  surroundings: Surroundings = {},
): DocumentPair {
  return documentPair(
    (content) => operation({ request: content }),
    oldSchema,
    newSchema,
    surroundings,
  );
}

/** Two documents that differ in the schema of the one response body. */
export function responseSchemas(
  oldSchema: JsonValue,
  newSchema: JsonValue,
  surroundings: Surroundings = {},
): DocumentPair {
  return documentPair(
    (content) => operation({ response: content }),
    oldSchema,
    newSchema,
    surroundings,
  );
}

/** Two documents whose one operation takes and returns the same schema. */
export function sharedSchemas(
  oldSchema: JsonValue,
  newSchema: JsonValue,
  surroundings: Surroundings = {},
): DocumentPair {
  return documentPair(
    (content) => operation({ request: content, response: content }),
    oldSchema,
    newSchema,
    surroundings,
  );
}

/** An object schema whose only property, an optional one, is `value`. */
export function objectWith(value: JsonValue): JsonObject {
  return { type: 'object', properties: { value } };
}

function documentPair(
  operationOn: (content: JsonObject) => JsonObject,
  oldSchema: JsonValue,
  newSchema: JsonValue,
  surroundings: Surroundings,
): DocumentPair {
  const {
    oldVersion = '3.1.0',
    newVersion = '3.1.0',
    mediaType = 'application/json',
    oldComponents,
    newComponents,
  } = surroundings;
  return {
    old: document(oldVersion, operationOn({ [mediaType]: { schema: oldSchema } }), oldComponents),
    new: document(newVersion, operationOn({ [mediaType]: { schema: newSchema } }), newComponents),
  };
}

function document(openapi: string, post: JsonObject, schemas: JsonObject | undefined): JsonObject {
  return {
    openapi,
    info: { title: 'Parcels', version: '1' },
    paths: { '/parcels': { post } },
    ...(schemas === undefined ? {} : { components: { schemas } }),
  };
}

function operation(contents: { request?: JsonObject; response?: JsonObject }): JsonObject {
  const { request, response } = contents;
  return {
    operationId: 'sendParcel',
    ...(request === undefined ? {} : { requestBody: { required: true, content: request } }),
    responses: {
      '200': { description: 'Done', ...(response === undefined ? {} : { content: response }) },
    },
  };
}
