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
  headerParameter,
  json,
  listBoats,
  objectOf,
  queryParameter,
  readBoat,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const INTEGER = { type: 'integer' };
const REQUIRED = { required: true };
const BOAT = objectOf({ name: STRING });
const PROBLEM = objectOf({ id: STRING });

/** A document with a schema that one operation refers to and one that none does. */
function withComponents(schemas: JsonObject): JsonObject {
  return apiGiving({ $ref: '#/components/schemas/Boat' }, { components: { schemas } });
}

/** A document in which a query parameter is a component that two operations share. */
function sharingParameter(schema: JsonObject): JsonObject {
  const parameters = [{ $ref: '#/components/parameters/Name' }];
  return apiWith(
    {
      '/boats': { get: listBoats({ parameters }) },
      '/piers': { get: { operationId: 'listPiers', parameters, responses: OK } },
    },
    { components: { parameters: { Name: queryParameter('name', schema) } } },
  );
}

/** A document in which a response is a component that two operations share. */
function sharingResponse(schema: JsonObject): JsonObject {
  const responses = { 200: { $ref: '#/components/responses/Boat' } };
  return apiWith(
    { '/boats': { get: listBoats({ responses }), post: addBoat({ responses }) } },
    {
      components: {
        responses: { Boat: { description: 'Boat', content: json(objectOf({ name: schema })) } },
      },
    },
  );
}

/** A document whose boats, as they are sent, are a component of this name. */
function naming(name: string, schema: JsonObject): JsonObject {
  return apiTaking(
    { $ref: `#/components/schemas/${name}` },
    { components: { schemas: { [name]: schema } } },
  );
}

/** `GET /boats` that answers with these headers. */
function answeringUnder(headers: JsonObject): JsonObject {
  return apiListingBoats({ responses: { 200: { description: 'Boats', headers } } });
}

/** `POST /boats` that fails with this. */
function failingWith(schema: JsonObject): JsonObject {
  return apiAddingBoats({
    responses: { ...OK, 400: { description: 'Bad request', content: json(schema) } },
  });
}

/** What Azure/openapi-diff says in its tests, where every change that breaks is an error. */
export const azureOpenapiDiff: readonly VerdictPair[] = [
  {
    title: 'a request loses a media type',
    rule: 'azure-openapi-diff RequestFormatMissing',
    severity: 'error',
    old: apiAddingBoats({
      requestBody: { content: { ...json(BOAT), 'text/plain': { schema: STRING } } },
    }),
    new: apiAddingBoats({ requestBody: { content: json(BOAT) } }),
  },
  {
    title: 'a response gains a media type',
    rule: 'azure-openapi-diff ResponseFormatAdded',
    severity: 'error',
    old: apiGiving(BOAT),
    new: apiListingBoats({
      responses: {
        200: {
          description: 'Boats',
          content: { ...json(BOAT), 'text/plain': { schema: STRING } },
        },
      },
    }),
  },
  {
    title: 'a property of a component is of another type',
    rule: 'azure-openapi-diff PropertyTypeChanged',
    severity: 'error',
    old: withComponents({ Boat: BOAT }),
    new: withComponents({ Boat: objectOf({ name: INTEGER }) }),
  },
  {
    title: 'a property of a component is of another format',
    rule: 'azure-openapi-diff PropertyTypeFormatChanged',
    severity: 'error',
    old: withComponents({ Boat: objectOf({ built: { type: 'string', format: 'date' } }) }),
    new: withComponents({ Boat: objectOf({ built: { type: 'string', format: 'date-time' } }) }),
  },
  {
    title: 'a component is removed that nothing refers to',
    rule: 'azure-openapi-diff UnreferencedDefinitionRemoved',
    severity: 'info',
    old: withComponents({ Boat: BOAT, Anchor: objectOf({ weight: INTEGER }) }),
    new: withComponents({ Boat: BOAT }),
  },
  {
    title: 'a component changes that nothing refers to',
    rule: 'azure-openapi-diff UnreferencedTypeChanged',
    severity: 'info',
    old: withComponents({ Boat: BOAT, Anchor: objectOf({ weight: INTEGER }) }),
    new: withComponents({ Boat: BOAT, Anchor: objectOf({ weight: STRING }) }),
  },
  {
    title: 'two paths are removed',
    rule: 'azure-openapi-diff PathRemoved',
    severity: 'error',
    old: apiWith({
      '/boats': { get: listBoats() },
      '/boats/{boatId}': { get: readBoat() },
      '/piers': { get: { operationId: 'listPiers', responses: OK } },
    }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'an operation is removed',
    rule: 'azure-openapi-diff OperationRemoved',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'two operationIds change',
    rule: 'azure-openapi-diff OperationIdChanged',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
    new: apiWith({
      '/boats': {
        get: listBoats({ operationId: 'findBoats' }),
        post: addBoat({ operationId: 'createBoat' }),
      },
    }),
  },
  {
    title: 'a path and an operation are added',
    rule: 'azure-openapi-diff AddedPaths',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({
      '/boats': { get: listBoats(), post: addBoat() },
      '/boats/{boatId}': { get: readBoat() },
    }),
  },
  {
    title: 'a required parameter is removed',
    rule: 'azure-openapi-diff RequiredParameterRemoved',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('pier', STRING, REQUIRED)),
    new: apiListingBoatsBy(),
  },
  {
    title: 'a required request header is removed',
    rule: 'azure-openapi-diff RequiredRequestHeaderRemoved',
    severity: 'error',
    old: apiListingBoatsBy(headerParameter('X-Tenant', STRING, REQUIRED)),
    new: apiListingBoatsBy(),
  },
  {
    title: 'a required parameter is added',
    rule: 'azure-openapi-diff RequiredParameterAdded',
    severity: 'error',
    old: apiListingBoatsBy(),
    new: apiListingBoatsBy(queryParameter('pier', STRING, REQUIRED)),
  },
  {
    title: 'a required request header is added',
    rule: 'azure-openapi-diff RequiredRequestHeaderAdded',
    severity: 'error',
    old: apiListingBoatsBy(),
    new: apiListingBoatsBy(headerParameter('X-Tenant', STRING, REQUIRED)),
  },
  {
    title: 'a parameter moves from the query to a header',
    rule: 'azure-openapi-diff ParameterMoved',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('tenant', STRING, REQUIRED)),
    new: apiListingBoatsBy(headerParameter('tenant', STRING, REQUIRED)),
  },
  {
    title: 'a parameter becomes required',
    rule: 'azure-openapi-diff ParameterStatusMore',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('pier')),
    new: apiListingBoatsBy(queryParameter('pier', STRING, REQUIRED)),
  },
  {
    title: 'a parameter of one value gets a second one',
    rule: 'azure-openapi-diff ParameterConstantChanged',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('kind', { type: 'string', enum: ['sail'] }, REQUIRED)),
    new: apiListingBoatsBy(
      queryParameter('kind', { type: 'string', enum: ['sail', 'motor'] }, REQUIRED),
    ),
  },
  {
    title: 'a component of the request is renamed',
    rule: 'azure-openapi-diff ParameterSchemaNameChanged',
    severity: 'info',
    old: naming('Boat', BOAT),
    new: naming('Vessel', BOAT),
  },
  {
    title: 'a component of the request is renamed and changes',
    rule: 'azure-openapi-diff ParameterSchemaContentsChanged',
    severity: 'error',
    old: naming('Boat', BOAT),
    new: naming('Vessel', objectOf({ name: INTEGER })),
  },
  {
    title: 'a status is removed',
    rule: 'azure-openapi-diff ResponseRemoved',
    severity: 'error',
    old: apiAddingBoats({
      responses: { 200: { description: 'Done' }, 201: { description: 'New' } },
    }),
    new: apiAddingBoats({ responses: { 201: { description: 'New' } } }),
  },
  {
    title: 'a status is added',
    rule: 'azure-openapi-diff ResponseAdded',
    severity: 'error',
    old: apiAddingBoats({ responses: { 201: { description: 'New' } } }),
    new: apiAddingBoats({
      responses: { 201: { description: 'New' }, 202: { description: 'Later' } },
    }),
  },
  {
    title: 'the body of a success is of another type',
    rule: 'azure-openapi-diff ResponseTypeChanged',
    severity: 'error',
    old: apiGiving(STRING),
    new: apiGiving(INTEGER),
  },
  {
    title: 'a property of a failure is of another type',
    rule: 'azure-openapi-diff ResponseSchemaChanged',
    severity: 'error',
    old: failingWith(PROBLEM),
    new: failingWith(objectOf({ id: INTEGER })),
  },
  {
    title: 'a response header is added',
    rule: 'azure-openapi-diff ResponseHeaderAdded',
    severity: 'info',
    old: answeringUnder({}),
    new: answeringUnder({ 'X-Tide': { schema: STRING } }),
  },
  {
    title: 'a response header is removed',
    rule: 'azure-openapi-diff ResponseHeaderRemoved',
    severity: 'error',
    old: answeringUnder({ 'X-Tide': { schema: STRING, required: true } }),
    new: answeringUnder({}),
  },
  {
    title: 'a response header is of another type',
    rule: 'azure-openapi-diff ResponseHeaderTypeChanged',
    severity: 'error',
    old: answeringUnder({ 'X-Tide': { schema: INTEGER } }),
    new: answeringUnder({ 'X-Tide': { schema: { type: 'boolean' } } }),
  },
  {
    title: 'a list in the query is separated otherwise',
    rule: 'azure-openapi-diff RequestArrayFormatChanged',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('berths', arrayOf(STRING), { explode: false })),
    new: apiListingBoatsBy(queryParameter('berths', arrayOf(STRING), { style: 'pipeDelimited' })),
  },
  {
    title: 'a parameter that two operations share may be shorter only',
    rule: 'azure-openapi-diff GobalParamTypeConstraintsChanged',
    severity: 'error',
    old: sharingParameter({ type: 'string', maxLength: 20 }),
    new: sharingParameter({ type: 'string', maxLength: 10 }),
  },
  {
    title: 'a parameter that two operations share may be longer',
    rule: 'azure-openapi-diff GobalParamTypeConstraintsChanged',
    severity: 'info',
    old: sharingParameter({ type: 'string', maxLength: 10 }),
    new: sharingParameter({ type: 'string', maxLength: 20 }),
  },
  {
    title: 'a parameter that two operations share gets another pattern',
    rule: 'azure-openapi-diff GobalParamTypeConstraintsChanged',
    severity: 'error',
    old: sharingParameter({ type: 'string', pattern: '^[a-z]+$' }),
    new: sharingParameter({ type: 'string', pattern: '^[0-9]+$' }),
  },
  {
    title: 'a response that two operations share may be longer',
    rule: 'azure-openapi-diff GlobalResponseTypeConstraintsChanged',
    severity: 'error',
    old: sharingResponse({ type: 'string', maxLength: 10 }),
    new: sharingResponse({ type: 'string', maxLength: 20 }),
  },
  {
    title: 'a response that two operations share may be shorter only',
    rule: 'azure-openapi-diff GlobalResponseTypeConstraintsChanged',
    severity: 'info',
    old: sharingResponse({ type: 'string', maxLength: 20 }),
    new: sharingResponse({ type: 'string', maxLength: 10 }),
  },
  {
    title: 'a constraint of the request becomes stricter',
    rule: 'azure-openapi-diff RequestTypeConstraintsChanged',
    severity: 'error',
    old: apiTaking(objectOf({ draught: { type: 'number', minimum: 1 } })),
    new: apiTaking(objectOf({ draught: { type: 'number', minimum: 2 } })),
  },
  {
    title: 'a constraint of the request is relaxed',
    rule: 'azure-openapi-diff RequestTypeConstraintsChanged',
    severity: 'info',
    old: apiTaking(objectOf({ draught: { type: 'number', minimum: 2 } })),
    new: apiTaking(objectOf({ draught: { type: 'number', minimum: 1 } })),
  },
  {
    title: 'a constraint of the response is relaxed',
    rule: 'azure-openapi-diff ResponseTypeConstraintsChanged',
    severity: 'error',
    old: apiGiving(objectOf({ draught: { type: 'number', minimum: 2 } })),
    new: apiGiving(objectOf({ draught: { type: 'number', minimum: 1 } })),
  },
  {
    title: 'a constraint of the response becomes stricter',
    rule: 'azure-openapi-diff ResponseTypeConstraintsChanged',
    severity: 'info',
    old: apiGiving(objectOf({ draught: { type: 'number', minimum: 1 } })),
    new: apiGiving(objectOf({ draught: { type: 'number', minimum: 2 } })),
  },
  {
    title: 'a readOnly property is added to the response',
    rule: 'azure-openapi-diff ReadonlyPropertyInResponse',
    severity: 'info',
    old: apiGiving(BOAT),
    new: apiGiving(objectOf({ name: STRING, home: { type: 'string', readOnly: true } })),
  },
  {
    title: 'a property is added to the response',
    rule: 'azure-openapi-diff AddedPropertyInResponse',
    severity: 'error',
    old: apiGiving(BOAT),
    new: apiGiving(objectOf({ name: STRING, home: STRING })),
  },
  {
    title: 'a property is removed from the response',
    rule: 'azure-openapi-diff RemovedPropertyTest',
    severity: 'error',
    old: apiGiving(objectOf({ name: STRING, home: STRING })),
    new: apiGiving(BOAT),
  },
];
