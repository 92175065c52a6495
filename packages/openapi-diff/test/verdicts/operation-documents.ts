import type { JsonObject, JsonValue } from '@apipin/openapi-model';

/** The simplest thing a client can be told: that it went well. */
export const OK: JsonObject = { 200: { description: 'Done' } };

/** The simplest schema. */
export const STRING: JsonObject = { type: 'string' };

/** A document with these paths; `fields` go beside them, and may replace `openapi` and `info`. */
export function apiWith(paths: JsonObject, fields: JsonObject = {}): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Harbour', version: '1.0.0' }, paths, ...fields };
}

/** A document with `GET /boats` and nothing else; the fields of its operation replace the usual ones. */
export function apiListingBoats(operation: JsonObject, fields: JsonObject = {}): JsonObject {
  return apiWith({ '/boats': { get: listBoats(operation) } }, fields);
}

/** A document with `POST /boats` and nothing else; the fields of its operation replace the usual ones. */
export function apiAddingBoats(operation: JsonObject, fields: JsonObject = {}): JsonObject {
  return apiWith({ '/boats': { post: addBoat(operation) } }, fields);
}

/** A document with `GET /boats/{boatId}` and nothing else; `schema` is that of `boatId`. */
export function apiReadingBoats(schema: JsonObject, parameter: JsonObject = {}): JsonObject {
  return apiWith({
    '/boats/{boatId}': {
      get: { ...readBoat({}), parameters: [pathParameter('boatId', schema, parameter)] },
    },
  });
}

/** The operation of `GET /boats`. */
export function listBoats(fields: JsonObject = {}): JsonObject {
  return { operationId: 'listBoats', responses: OK, ...fields };
}

/** The operation of `POST /boats`, without a body. */
export function addBoat(fields: JsonObject = {}): JsonObject {
  return { operationId: 'addBoat', responses: OK, ...fields };
}

/** The operation of `GET /boats/{boatId}`. */
export function readBoat(fields: JsonObject = {}): JsonObject {
  return {
    operationId: 'readBoat',
    parameters: [pathParameter('boatId')],
    responses: OK,
    ...fields,
  };
}

/** The operation of `DELETE /boats/{boatId}`. */
export function removeBoat(fields: JsonObject = {}): JsonObject {
  return { ...readBoat(fields), operationId: 'removeBoat' };
}

/** A query parameter, optional unless `fields` say otherwise. */
export function queryParameter(
  name: string,
  schema: JsonObject = STRING,
  fields: JsonObject = {},
): JsonObject {
  return { name, in: 'query', schema, ...fields };
}

/** A header parameter, optional unless `fields` say otherwise. */
export function headerParameter(
  name: string,
  schema: JsonObject = STRING,
  fields: JsonObject = {},
): JsonObject {
  return { name, in: 'header', schema, ...fields };
}

/** A cookie parameter, optional unless `fields` say otherwise. */
export function cookieParameter(
  name: string,
  schema: JsonObject = STRING,
  fields: JsonObject = {},
): JsonObject {
  return { name, in: 'cookie', schema, ...fields };
}

/** A path parameter. */
export function pathParameter(
  name: string,
  schema: JsonObject = STRING,
  fields: JsonObject = {},
): JsonObject {
  return { name, in: 'path', required: true, schema, ...fields };
}

/** The `content` of a body that is JSON of this schema. */
export function json(schema: JsonValue): JsonObject {
  return { 'application/json': { schema } };
}

/** A schema of an object with these properties, some of them required. */
export function objectOf(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

/** A schema of an array of these items. */
export function arrayOf(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

/** A document in which `POST /boats` takes JSON of this schema. */
export function apiTaking(schema: JsonObject, fields: JsonObject = {}): JsonObject {
  return apiAddingBoats({ requestBody: { required: true, content: json(schema) } }, fields);
}

/** A document in which `GET /boats` gives JSON of this schema. */
export function apiGiving(schema: JsonObject, fields: JsonObject = {}): JsonObject {
  return apiListingBoats(
    { responses: { 200: { description: 'Boats', content: json(schema) } } },
    fields,
  );
}

/** A document in which `GET /boats` takes these parameters. */
export function apiListingBoatsBy(...parameters: readonly JsonObject[]): JsonObject {
  return apiListingBoats({ parameters });
}
