import type { JsonObject } from '@apipin/openapi-model';

import {
  OK,
  STRING,
  addBoat,
  apiAddingBoats,
  apiGiving,
  apiListingBoats,
  apiListingBoatsBy,
  apiTaking,
  apiWith,
  arrayOf,
  json,
  listBoats,
  objectOf,
  pathParameter,
  queryParameter,
  readBoat,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const INTEGER = { type: 'integer' };
const OPENAPI_3_0 = { openapi: '3.0.3' };
const LENGTH_10 = { type: 'string', maxLength: 10 };
const LENGTH_20 = { type: 'string', maxLength: 20 };
const BETWEEN_10_AND_20 = { type: 'integer', minimum: 10, maximum: 20 };
const SAIL = { type: 'string', enum: ['sail'] };
const SAIL_OR_MOTOR = { type: 'string', enum: ['sail', 'motor'] };
const SLOOP = objectOf({ mast: STRING });
const FERRY = objectOf({ decks: INTEGER });
const BARGE = objectOf({ load: INTEGER });

/** The documents in which one property of a request body changes. */
function taking(old: JsonObject, next: JsonObject): Pick<VerdictPair, 'old' | 'new'> {
  return { old: apiTaking(objectOf({ kind: old })), new: apiTaking(objectOf({ kind: next })) };
}

/** The documents in which one property of a response body changes. */
function giving(old: JsonObject, next: JsonObject): Pick<VerdictPair, 'old' | 'new'> {
  return { old: apiGiving(objectOf({ kind: old })), new: apiGiving(objectOf({ kind: next })) };
}

/** A document in which one schema goes in and another comes out. */
function exchanging(request: JsonObject, response: JsonObject): JsonObject {
  return apiAddingBoats({
    requestBody: { content: json(request) },
    responses: { 200: { description: 'Boat', content: json(response) } },
  });
}

/** A document in which `GET /boats` answers with these headers. */
function answeringUnder(headers: JsonObject): JsonObject {
  return apiListingBoats({ responses: { 200: { description: 'Boats', headers } } });
}

/** A document whose boats are of two kinds, told apart by one of their properties. */
function tellingApartBy(propertyName: string): JsonObject {
  return apiGiving(
    {
      oneOf: [{ $ref: '#/components/schemas/Sloop' }, { $ref: '#/components/schemas/Ferry' }],
      discriminator: { propertyName },
    },
    {
      components: {
        schemas: {
          Sloop: objectOf({ kind: STRING, type: STRING, mast: STRING }, ['kind', 'type']),
          Ferry: objectOf({ kind: STRING, type: STRING, decks: INTEGER }, ['kind', 'type']),
        },
      },
    },
  );
}

/** A document that asks for these alternatives, of which these are the schemes. */
function asking(security: readonly JsonObject[], securitySchemes: JsonObject): JsonObject {
  return apiListingBoats({ security }, { components: { securitySchemes } });
}

const BASIC = { type: 'http', scheme: 'basic' };
const THREE_SCHEMES = { first: BASIC, second: BASIC, third: BASIC };
const FLOW = {
  authorizationUrl: 'https://id.example.com/authorize',
  tokenUrl: 'https://id.example.com/token',
  refreshUrl: 'https://id.example.com/refresh',
  scopes: { read: 'See boats', write: 'Change boats' },
};

/** A document that asks for OAuth, with these scopes and these fields of the flow. */
function askingOauth(scopes: readonly string[], fields: JsonObject = {}): JsonObject {
  return asking([{ oauth: scopes }], {
    oauth: { type: 'oauth2', flows: { authorizationCode: { ...FLOW, ...fields } } },
  });
}

/** The documents in which one security scheme changes. */
function scheme(old: JsonObject, next: JsonObject): Pick<VerdictPair, 'old' | 'new'> {
  return {
    old: asking([{ only: [] }], { only: old }),
    new: asking([{ only: [] }], { only: next }),
  };
}

/** What OpenAPITools/openapi-diff (Java) says in its tests of backward compatibility. */
export const openapiDiffJava: readonly VerdictPair[] = [
  {
    title: 'request and response gain a media type',
    rule: 'openapi-diff-java content, changed but compatible',
    severity: 'info',
    old: apiAddingBoats({
      requestBody: { content: json(INTEGER) },
      responses: { 200: { description: 'Done', content: json(INTEGER) } },
    }),
    new: apiAddingBoats({
      requestBody: { content: { ...json(INTEGER), 'text/plain': { schema: STRING } } },
      responses: {
        200: {
          description: 'Done',
          content: { ...json(INTEGER), 'text/plain': { schema: STRING } },
        },
      },
    }),
  },
  {
    title: 'a request loses a media type',
    rule: 'openapi-diff-java request.content.decreased',
    severity: 'error',
    old: apiAddingBoats({
      requestBody: { content: { ...json(INTEGER), 'text/plain': { schema: STRING } } },
    }),
    new: apiAddingBoats({ requestBody: { content: json(INTEGER) } }),
  },
  {
    title: 'a response loses a media type',
    rule: 'openapi-diff-java response.content.decreased',
    severity: 'error',
    old: apiListingBoats({
      responses: {
        200: {
          description: 'Done',
          content: { ...json(INTEGER), 'text/plain': { schema: STRING } },
        },
      },
    }),
    new: apiListingBoats({ responses: { 200: { description: 'Done', content: json(INTEGER) } } }),
  },
  {
    title: 'an enumeration grows in the query and shrinks in the response',
    rule: 'openapi-diff-java enum, changed but compatible',
    severity: 'info',
    old: apiListingBoats({
      parameters: [queryParameter('kind', SAIL, { required: true })],
      responses: { 200: { description: 'Boats', content: json(SAIL_OR_MOTOR) } },
    }),
    new: apiListingBoats({
      parameters: [queryParameter('kind', SAIL_OR_MOTOR, { required: true })],
      responses: { 200: { description: 'Boats', content: json(SAIL) } },
    }),
  },
  {
    title: 'an enumeration in the query loses a value',
    rule: 'openapi-diff-java request.enum.decreased',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('kind', SAIL_OR_MOTOR)),
    new: apiListingBoatsBy(queryParameter('kind', SAIL)),
  },
  {
    title: 'an enumeration in a request body gains a value',
    rule: 'openapi-diff-java enum request values added',
    severity: 'info',
    ...taking(SAIL, SAIL_OR_MOTOR),
  },
  {
    title: 'an enumeration in a request body loses a value',
    rule: 'openapi-diff-java request.enum.decreased',
    severity: 'error',
    ...taking(SAIL_OR_MOTOR, SAIL),
  },
  {
    title: 'an enumeration in a response body gains a value',
    rule: 'openapi-diff-java response.enum.increased',
    severity: 'error',
    ...giving(SAIL, SAIL_OR_MOTOR),
  },
  {
    title: 'an enumeration in a response body loses a value',
    rule: 'openapi-diff-java enum response values removed',
    severity: 'info',
    ...giving(SAIL_OR_MOTOR, SAIL),
  },
  {
    title: 'a response header is deprecated',
    rule: 'openapi-diff-java header, changed but compatible',
    severity: 'info',
    old: answeringUnder({ 'X-Tide': { schema: INTEGER } }),
    new: answeringUnder({ 'X-Tide': { schema: INTEGER, deprecated: true } }),
  },
  {
    title: 'a response header is no longer required',
    rule: 'openapi-diff-java response.header.required.decreased',
    severity: 'error',
    old: answeringUnder({ 'X-Tide': { schema: INTEGER, required: true } }),
    new: answeringUnder({ 'X-Tide': { schema: INTEGER } }),
  },
  {
    title: 'a response header is added',
    rule: 'openapi-diff-java headers, changed but compatible',
    severity: 'info',
    old: answeringUnder({ 'X-Tide': { schema: INTEGER } }),
    new: answeringUnder({ 'X-Tide': { schema: INTEGER }, 'X-Wind': { schema: STRING } }),
  },
  {
    title: 'a response header is removed',
    rule: 'openapi-diff-java response.headers.decreased',
    severity: 'error',
    old: answeringUnder({ 'X-Tide': { schema: INTEGER }, 'X-Wind': { schema: STRING } }),
    new: answeringUnder({ 'X-Tide': { schema: INTEGER } }),
  },
  {
    title: 'a greatest length rises in the request and falls in the response',
    rule: 'openapi-diff-java max length, changed but compatible',
    severity: 'info',
    old: exchanging(objectOf({ name: LENGTH_10 }), objectOf({ name: LENGTH_20 })),
    new: exchanging(objectOf({ name: LENGTH_20 }), objectOf({ name: LENGTH_10 })),
  },
  {
    title: 'a greatest length falls in the request',
    rule: 'openapi-diff-java request.max.length.decreased',
    severity: 'error',
    ...taking(LENGTH_20, LENGTH_10),
  },
  {
    title: 'a greatest length rises in the response',
    rule: 'openapi-diff-java response.max.length.increased',
    severity: 'error',
    ...giving(LENGTH_10, LENGTH_20),
  },
  {
    title: 'a least length rises in the request',
    rule: 'openapi-diff-java request.min.length.increased',
    severity: 'error',
    ...taking({ type: 'string', minLength: 2 }, { type: 'string', minLength: 5 }),
  },
  {
    title: 'a least length falls in the request',
    rule: 'openapi-diff-java min length, changed but compatible',
    severity: 'info',
    ...taking({ type: 'string', minLength: 5 }, { type: 'string', minLength: 2 }),
  },
  {
    title: 'a range widens in the request and narrows in the response',
    rule: 'openapi-diff-java numeric range, changed but compatible',
    severity: 'info',
    old: exchanging(BETWEEN_10_AND_20, BETWEEN_10_AND_20),
    new: exchanging(
      { type: 'integer', minimum: 9, maximum: 21 },
      { type: 'integer', minimum: 11, maximum: 19 },
    ),
  },
  {
    title: 'a maximum is set in the request',
    rule: 'openapi-diff-java request.numeric.range.decreased',
    severity: 'error',
    ...taking(INTEGER, { type: 'integer', maximum: 20 }),
  },
  {
    title: 'a maximum falls in the request',
    rule: 'openapi-diff-java request.numeric.range.decreased',
    severity: 'error',
    ...taking(BETWEEN_10_AND_20, { ...BETWEEN_10_AND_20, maximum: 19 }),
  },
  {
    title: 'a minimum is set in the request',
    rule: 'openapi-diff-java request.numeric.range.decreased',
    severity: 'error',
    ...taking(INTEGER, { type: 'integer', minimum: 10 }),
  },
  {
    title: 'a minimum rises in the request',
    rule: 'openapi-diff-java request.numeric.range.decreased',
    severity: 'error',
    ...taking(BETWEEN_10_AND_20, { ...BETWEEN_10_AND_20, minimum: 11 }),
  },
  {
    title: 'a maximum becomes exclusive in the request',
    rule: 'openapi-diff-java request.numeric.range.decreased',
    severity: 'error',
    old: apiTaking(BETWEEN_10_AND_20, OPENAPI_3_0),
    new: apiTaking({ ...BETWEEN_10_AND_20, exclusiveMaximum: true }, OPENAPI_3_0),
  },
  {
    title: 'a minimum becomes exclusive in the request',
    rule: 'openapi-diff-java request.numeric.range.decreased',
    severity: 'error',
    old: apiTaking({ ...BETWEEN_10_AND_20, exclusiveMinimum: false }, OPENAPI_3_0),
    new: apiTaking({ ...BETWEEN_10_AND_20, exclusiveMinimum: true }, OPENAPI_3_0),
  },
  {
    title: 'a maximum is removed from the response',
    rule: 'openapi-diff-java response.numeric.range.increased',
    severity: 'error',
    ...giving({ type: 'integer', maximum: 20 }, INTEGER),
  },
  {
    title: 'a maximum rises in the response',
    rule: 'openapi-diff-java response.numeric.range.increased',
    severity: 'error',
    ...giving(BETWEEN_10_AND_20, { ...BETWEEN_10_AND_20, maximum: 21 }),
  },
  {
    title: 'a minimum is removed from the response',
    rule: 'openapi-diff-java response.numeric.range.increased',
    severity: 'error',
    ...giving({ type: 'integer', minimum: 10 }, INTEGER),
  },
  {
    title: 'a minimum falls in the response',
    rule: 'openapi-diff-java response.numeric.range.increased',
    severity: 'error',
    ...giving(BETWEEN_10_AND_20, { ...BETWEEN_10_AND_20, minimum: 9 }),
  },
  {
    title: 'a maximum is no longer exclusive in the response',
    rule: 'openapi-diff-java response.numeric.range.increased',
    severity: 'error',
    old: apiGiving({ ...BETWEEN_10_AND_20, exclusiveMaximum: true }, OPENAPI_3_0),
    new: apiGiving({ ...BETWEEN_10_AND_20, exclusiveMaximum: false }, OPENAPI_3_0),
  },
  {
    title: 'a minimum is no longer exclusive in the response',
    rule: 'openapi-diff-java response.numeric.range.increased',
    severity: 'error',
    old: apiGiving({ ...BETWEEN_10_AND_20, exclusiveMinimum: true }, OPENAPI_3_0),
    new: apiGiving(BETWEEN_10_AND_20, OPENAPI_3_0),
  },
  {
    title: 'the divisor of a number grows in the request',
    rule: 'openapi-diff-java multipleOf',
    severity: 'error',
    ...taking({ type: 'integer', multipleOf: 10 }, { type: 'integer', multipleOf: 20 }),
  },
  {
    title: 'the divisor of a fraction grows in the request',
    rule: 'openapi-diff-java multipleOf',
    severity: 'error',
    ...taking({ type: 'number', multipleOf: 0.01 }, { type: 'number', multipleOf: 0.1 }),
  },
  {
    title: 'a number gets a divisor in the request',
    rule: 'openapi-diff-java multipleOf',
    severity: 'error',
    ...taking(INTEGER, { type: 'integer', multipleOf: 10 }),
  },
  {
    title: 'a number loses its divisor in the request',
    rule: 'openapi-diff-java multipleOf',
    severity: 'info',
    ...taking({ type: 'integer', multipleOf: 10 }, INTEGER),
  },
  {
    title: 'a list in the request has to have more items',
    rule: 'openapi-diff-java minItems',
    severity: 'error',
    ...taking({ ...arrayOf(STRING), minItems: 1 }, { ...arrayOf(STRING), minItems: 2 }),
  },
  {
    title: 'a list in the request may have fewer items',
    rule: 'openapi-diff-java minItems',
    severity: 'info',
    ...taking({ ...arrayOf(STRING), minItems: 20 }, { ...arrayOf(STRING), minItems: 10 }),
  },
  {
    title: 'a list in the request may have more items',
    rule: 'openapi-diff-java maxItems',
    severity: 'info',
    ...taking({ ...arrayOf(STRING), maxItems: 90 }, { ...arrayOf(STRING), maxItems: 100 }),
  },
  {
    title: 'a list in the request has to have fewer items',
    rule: 'openapi-diff-java maxItems',
    severity: 'error',
    ...taking({ ...arrayOf(STRING), maxItems: 100 }, { ...arrayOf(STRING), maxItems: 90 }),
  },
  {
    title: 'items in the request no longer have to differ',
    rule: 'openapi-diff-java uniqueItems',
    severity: 'info',
    ...taking(
      { ...arrayOf(STRING), uniqueItems: true },
      { ...arrayOf(STRING), uniqueItems: false },
    ),
  },
  {
    title: 'items in the request have to differ, where it was written out that they need not',
    rule: 'openapi-diff-java uniqueItems',
    severity: 'error',
    ...taking(
      { ...arrayOf(STRING), uniqueItems: false },
      { ...arrayOf(STRING), uniqueItems: true },
    ),
  },
  {
    title: 'uniqueItems is removed from the request',
    rule: 'openapi-diff-java uniqueItems',
    severity: 'info',
    ...taking({ ...arrayOf(STRING), uniqueItems: true }, arrayOf(STRING)),
  },
  {
    title: 'uniqueItems is added to the request',
    rule: 'openapi-diff-java uniqueItems',
    severity: 'error',
    ...taking(arrayOf(STRING), { ...arrayOf(STRING), uniqueItems: true }),
  },
  {
    title: 'an object in the request has to have more properties',
    rule: 'openapi-diff-java minProperties',
    severity: 'error',
    ...taking({ type: 'object', minProperties: 1 }, { type: 'object', minProperties: 10 }),
  },
  {
    title: 'an object in the request may have fewer properties',
    rule: 'openapi-diff-java minProperties',
    severity: 'info',
    ...taking({ type: 'object', minProperties: 10 }, { type: 'object', minProperties: 1 }),
  },
  {
    title: 'an object in the request may have more properties',
    rule: 'openapi-diff-java maxProperties',
    severity: 'info',
    ...taking({ type: 'object', maxProperties: 10 }, { type: 'object', maxProperties: 100 }),
  },
  {
    title: 'an object in the request has to have fewer properties',
    rule: 'openapi-diff-java maxProperties',
    severity: 'error',
    ...taking({ type: 'object', maxProperties: 100 }, { type: 'object', maxProperties: 10 }),
  },
  {
    title: 'the alternatives grow in the request and shrink in the response',
    rule: 'openapi-diff-java oneOf, changed but compatible',
    severity: 'info',
    old: exchanging({ oneOf: [SLOOP, FERRY] }, { oneOf: [SLOOP, FERRY] }),
    new: exchanging({ oneOf: [SLOOP, FERRY, BARGE] }, { oneOf: [SLOOP] }),
  },
  {
    title: 'the alternatives shrink in the request',
    rule: 'openapi-diff-java request.oneof.decreased',
    severity: 'error',
    old: apiTaking({ oneOf: [SLOOP, FERRY] }),
    new: apiTaking({ oneOf: [SLOOP] }),
  },
  {
    title: 'the alternatives grow in the response',
    rule: 'openapi-diff-java response.oneof.increased',
    severity: 'error',
    old: apiGiving({ oneOf: [SLOOP, FERRY] }),
    new: apiGiving({ oneOf: [SLOOP, FERRY, BARGE] }),
  },
  {
    title: 'the alternatives change their order',
    rule: 'openapi-diff-java oneOf, different order',
    severity: 'info',
    old: apiGiving({ oneOf: [SLOOP, FERRY] }),
    new: apiGiving({ oneOf: [FERRY, SLOOP] }),
  },
  {
    title: 'the discriminator is another property',
    rule: 'openapi-diff-java schema.discriminator.changed',
    severity: 'error',
    old: tellingApartBy('kind'),
    new: tellingApartBy('type'),
  },
  {
    title: 'a property may no longer be sent',
    rule: 'openapi-diff-java request.readonly.increased',
    severity: 'error',
    ...taking(STRING, { type: 'string', readOnly: true }),
  },
  {
    title: 'a required property may be sent after all',
    rule: 'openapi-diff-java request.readonly.required.decreased',
    severity: 'error',
    old: apiTaking(objectOf({ id: { type: 'string', readOnly: true } }, ['id'])),
    new: apiTaking(objectOf({ id: STRING }, ['id'])),
  },
  {
    title: 'a property that is given is no longer readOnly',
    rule: 'openapi-diff-java readOnly, changed but compatible',
    severity: 'info',
    ...giving({ type: 'string', readOnly: true }, STRING),
  },
  {
    title: 'a property is no longer given',
    rule: 'openapi-diff-java response.writeonly.increased',
    severity: 'error',
    ...giving(STRING, { type: 'string', writeOnly: true }),
  },
  {
    title: 'less is required of the request and more of the response',
    rule: 'openapi-diff-java required, changed but compatible',
    severity: 'info',
    old: exchanging(
      objectOf({ name: STRING, home: STRING }, ['name', 'home']),
      objectOf({ name: STRING, home: STRING }, ['name']),
    ),
    new: exchanging(
      objectOf({ name: STRING, home: STRING }, ['name']),
      objectOf({ name: STRING, home: STRING }, ['name', 'home']),
    ),
  },
  {
    title: 'more is required of the request',
    rule: 'openapi-diff-java request.required.increased',
    severity: 'error',
    old: apiTaking(objectOf({ name: STRING, home: STRING }, ['name'])),
    new: apiTaking(objectOf({ name: STRING, home: STRING }, ['name', 'home'])),
  },
  {
    title: 'less is required of the response',
    rule: 'openapi-diff-java response.required.decreased',
    severity: 'error',
    old: apiGiving(objectOf({ name: STRING, home: STRING }, ['name', 'home'])),
    new: apiGiving(objectOf({ name: STRING, home: STRING }, ['name'])),
  },
  {
    title: 'a required property is removed from the response',
    rule: 'openapi-diff-java response.props.required.decreased',
    severity: 'error',
    old: apiGiving(objectOf({ name: STRING, home: STRING }, ['name', 'home'])),
    new: apiGiving(objectOf({ name: STRING }, ['name'])),
  },
  {
    title: 'an optional property is added to the body of a PUT',
    rule: 'openapi-diff-java add property in PUT',
    severity: 'info',
    old: apiWith({
      '/boats': { put: addBoat({ requestBody: { content: json(objectOf({ name: STRING })) } }) },
    }),
    new: apiWith({
      '/boats': {
        put: addBoat({
          requestBody: { content: json(objectOf({ name: STRING, home: STRING })) },
        }),
      },
    }),
  },
  {
    title: 'optional properties come and go',
    rule: 'openapi-diff-java schema, changed but compatible',
    severity: 'info',
    old: exchanging(
      objectOf({ name: STRING, home: STRING }, ['name']),
      objectOf({ name: STRING, crew: INTEGER }, ['name']),
    ),
    new: exchanging(
      objectOf({ name: STRING, flag: STRING }, ['name']),
      objectOf({ name: STRING, draught: STRING }, ['name']),
    ),
  },
  {
    title: 'the format of an integer narrows in the request',
    rule: 'openapi-diff-java request schema format decreased',
    severity: 'error',
    ...taking({ type: 'integer', format: 'int64' }, { type: 'integer', format: 'int32' }),
  },
  {
    title: 'the format of an integer widens in the response',
    rule: 'openapi-diff-java response schema format increased',
    severity: 'error',
    ...giving({ type: 'integer', format: 'int32' }, { type: 'integer', format: 'int64' }),
  },
  {
    title: 'the type of a property changes',
    rule: 'openapi-diff-java schema.type.changed',
    severity: 'error',
    old: exchanging(objectOf({ name: STRING }), objectOf({ name: STRING })),
    new: exchanging(objectOf({ name: INTEGER }), objectOf({ name: INTEGER })),
  },
  {
    title: 'a list becomes the only part of allOf and has other items',
    rule: 'openapi-diff-java issue 920',
    severity: 'error',
    ...giving(arrayOf(STRING), { allOf: [arrayOf(INTEGER)] }),
  },
  {
    title: 'a list that was the only part of allOf stands alone and has other items',
    rule: 'openapi-diff-java issue 920',
    severity: 'error',
    ...giving({ allOf: [arrayOf(INTEGER)] }, arrayOf(STRING)),
  },
  {
    title: 'an operation is added on another path',
    rule: 'openapi-diff-java openapi, changed but compatible',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({
      '/boats': { get: listBoats() },
      '/piers': { get: { operationId: 'listPiers', responses: OK } },
    }),
  },
  {
    title: 'an operation is removed with its path',
    rule: 'openapi-diff-java openapi.endpoints.decreased',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats() }, '/boats/{boatId}': { get: readBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'an operation is removed from a path',
    rule: 'openapi-diff-java openapi.endpoints.decreased',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'an operation is added to a path',
    rule: 'openapi-diff-java path, changed but compatible',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
  },
  {
    title: 'an operation is deprecated',
    rule: 'openapi-diff-java operation, changed but compatible',
    severity: 'info',
    old: apiListingBoats({}),
    new: apiListingBoats({ deprecated: true }),
  },
  {
    title: 'an operationId changes',
    rule: 'openapi-diff-java operation id changed but compatible',
    severity: 'info',
    old: apiListingBoats({ operationId: 'listBoats' }),
    new: apiListingBoats({ operationId: 'findBoats' }),
  },
  {
    title: 'a parameter may no longer be empty',
    rule: 'openapi-diff-java request.param.allowempty.decreased',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('pier', STRING, { allowEmptyValue: true })),
    new: apiListingBoatsBy(queryParameter('pier', STRING, { allowEmptyValue: false })),
  },
  {
    title: 'a list in the query is no longer exploded',
    rule: 'openapi-diff-java request.param.explode.changed',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('berths', arrayOf(STRING), { explode: true })),
    new: apiListingBoatsBy(queryParameter('berths', arrayOf(STRING), { explode: false })),
  },
  {
    title: 'a list in the query is delimited by pipes',
    rule: 'openapi-diff-java request.param.style.changed',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('berths', arrayOf(STRING), { style: 'form' })),
    new: apiListingBoatsBy(queryParameter('berths', arrayOf(STRING), { style: 'pipeDelimited' })),
  },
  {
    title: 'a parameter becomes required',
    rule: 'openapi-diff-java request.params.required.increased',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('pier')),
    new: apiListingBoatsBy(queryParameter('pier', STRING, { required: true })),
  },
  {
    title: 'an optional parameter is added',
    rule: 'openapi-diff-java parameters, changed but compatible',
    severity: 'info',
    old: apiListingBoatsBy(queryParameter('pier')),
    new: apiListingBoatsBy(queryParameter('pier'), queryParameter('limit', INTEGER)),
  },
  {
    title: 'an optional parameter is removed',
    rule: 'openapi-diff-java request.params.decreased',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('pier'), queryParameter('limit', INTEGER)),
    new: apiListingBoatsBy(queryParameter('pier')),
  },
  {
    title: 'a required parameter is added',
    rule: 'openapi-diff-java request.params.required.increased',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('pier')),
    new: apiListingBoatsBy(
      queryParameter('pier'),
      queryParameter('year', INTEGER, { required: true }),
    ),
  },
  {
    title: 'a path parameter is renamed',
    rule: 'openapi-diff-java path parameter of another name',
    severity: 'info',
    old: apiWith({ '/boats/{boatId}': { get: readBoat() } }),
    new: apiWith({ '/boats/{name}': { get: readBoat({ parameters: [pathParameter('name')] }) } }),
  },
  {
    title: 'a path parameter is renamed and of another type',
    rule: 'openapi-diff-java path parameter of another name and schema',
    severity: 'error',
    old: apiWith({
      '/boats/{boatId}': { get: readBoat({ parameters: [pathParameter('boatId', INTEGER)] }) },
    }),
    new: apiWith({ '/boats/{name}': { get: readBoat({ parameters: [pathParameter('name')] }) } }),
  },
  {
    title: 'a failure is removed',
    rule: 'openapi-diff-java response.responses.decreased',
    severity: 'error',
    old: apiListingBoats({ responses: { ...OK, 400: { description: 'Bad request' } } }),
    new: apiListingBoats({ responses: OK }),
  },
  {
    title: 'a failure is added',
    rule: 'openapi-diff-java responses, changed but compatible',
    severity: 'info',
    old: apiListingBoats({ responses: OK }),
    new: apiListingBoats({ responses: { ...OK, 400: { description: 'Bad request' } } }),
  },
  {
    title: 'there is one way more to be let in',
    rule: 'openapi-diff-java security requirements, changed but compatible',
    severity: 'info',
    old: asking([{ first: [] }, { second: [] }], THREE_SCHEMES),
    new: asking([{ first: [] }, { second: [] }, { third: [] }], THREE_SCHEMES),
  },
  {
    title: 'there is one way less to be let in',
    rule: 'openapi-diff-java security.requirements.decreased',
    severity: 'error',
    old: asking([{ first: [] }, { second: [] }], THREE_SCHEMES),
    new: asking([{ first: [] }], THREE_SCHEMES),
  },
  {
    title: 'one of the schemes asked for is of another type',
    rule: 'openapi-diff-java security requirement scheme type changed',
    severity: 'error',
    old: asking([{ first: [] }, { second: [] }], THREE_SCHEMES),
    new: asking([{ first: [] }, { second: [] }], {
      ...THREE_SCHEMES,
      second: { type: 'apiKey', in: 'header', name: 'X-Key' },
    }),
  },
  {
    title: 'the format of a bearer token is named',
    rule: 'openapi-diff-java security.scheme.bearer.format.changed',
    severity: 'error',
    ...scheme(
      { type: 'http', scheme: 'bearer' },
      { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    ),
  },
  {
    title: 'a key moves from a header to a cookie',
    rule: 'openapi-diff-java security scheme in changed',
    severity: 'error',
    ...scheme(
      { type: 'apiKey', in: 'header', name: 'key' },
      { type: 'apiKey', in: 'cookie', name: 'key' },
    ),
  },
  {
    title: 'the OpenID Connect URL changes',
    rule: 'openapi-diff-java security.scheme.openidconnect.url.changed',
    severity: 'error',
    ...scheme(
      { type: 'openIdConnect', openIdConnectUrl: 'https://id.example.com/configuration' },
      { type: 'openIdConnect', openIdConnectUrl: 'https://id.example.com/v2/configuration' },
    ),
  },
  {
    title: 'an HTTP scheme changes',
    rule: 'openapi-diff-java security.scheme.scheme.changed',
    severity: 'error',
    ...scheme(BASIC, { type: 'http', scheme: 'bearer' }),
  },
  {
    title: 'a security scheme is of another type',
    rule: 'openapi-diff-java security scheme type changed',
    severity: 'error',
    ...scheme(BASIC, { type: 'apiKey', in: 'header', name: 'key' }),
  },
  {
    title: 'another scope is asked for',
    rule: 'openapi-diff-java security.scheme.scopes.increased',
    severity: 'error',
    old: askingOauth(['read']),
    new: askingOauth(['read', 'write']),
  },
  {
    title: 'one scope less is asked for',
    rule: 'openapi-diff-java security scheme, changed but compatible',
    severity: 'info',
    old: askingOauth(['read', 'write']),
    new: askingOauth(['read']),
  },
  {
    title: 'the authorization URL changes',
    rule: 'openapi-diff-java security.scheme.oauth2.auth.url.changed',
    severity: 'error',
    old: askingOauth(['read']),
    new: askingOauth(['read'], { authorizationUrl: 'https://login.example.com/authorize' }),
  },
  {
    title: 'the token URL changes',
    rule: 'openapi-diff-java security.scheme.oauth2.token.url.changed',
    severity: 'error',
    old: askingOauth(['read']),
    new: askingOauth(['read'], { tokenUrl: 'https://login.example.com/token' }),
  },
  {
    title: 'the refresh URL changes',
    rule: 'openapi-diff-java security.scheme.oauth2.refresh.url.changed',
    severity: 'error',
    old: askingOauth(['read']),
    new: askingOauth(['read'], { refreshUrl: 'https://login.example.com/refresh' }),
  },
];
