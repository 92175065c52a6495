import type { JsonObject } from '@apipin/openapi-model';

import {
  OK,
  STRING,
  addBoat,
  apiAddingBoats,
  apiListingBoats,
  apiWith,
  json,
  listBoats,
  queryParameter,
  readBoat,
  removeBoat,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const KEY = { type: 'apiKey', in: 'header', name: 'X-Key' };
const BEARER = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };
const OIDC = { type: 'openIdConnect', openIdConnectUrl: 'https://id.example.com/configuration' };
const SCOPES = { read: 'See boats', write: 'Change boats' };

/** `POST /boats` that calls back under these expressions. */
function callingBack(callback: JsonObject): JsonObject {
  return apiAddingBoats({ callbacks: { docked: callback } });
}

const ON_DOCKED = { post: { responses: OK } };

/** A document that asks for one scheme, which is this. */
function askingFor(scheme: JsonObject): JsonObject {
  return apiListingBoats(
    { security: [{ only: [] }] },
    { components: { securitySchemes: { only: scheme } } },
  );
}

/** A document that asks for OAuth with this flow. */
function askingForFlow(flow: JsonObject): JsonObject {
  return askingFor({ type: 'oauth2', flows: { clientCredentials: flow } });
}

/** A document that lets in whoever has any of these. */
function askingForAny(...names: readonly string[]): JsonObject {
  return apiListingBoats(
    { security: names.map((name) => ({ [name]: [] })) },
    { components: { securitySchemes: { key: KEY, bearer: BEARER } } },
  );
}

/** A document with a link to this operation. */
function linkingTo(operationId: string): JsonObject {
  const responses = { 200: { description: 'Boats', links: { one: { operationId } } } };
  return apiWith({
    '/boats': { get: listBoats({ responses }) },
    '/boats/{boatId}': { get: readBoat(), delete: removeBoat() },
  });
}

/** `GET /boats` that answers with the header `X-Tide`. */
function tide(fields: JsonObject): JsonObject {
  return apiListingBoats({
    responses: {
      200: { description: 'Boats', headers: { 'X-Tide': { schema: STRING, ...fields } } },
    },
  });
}

/** What pb33f/openapi-changes says by default, by the rules of pb33f/libopenapi. */
export const openapiChanges: readonly VerdictPair[] = [
  {
    title: 'an expression is added to a callback',
    rule: 'openapi-changes callback expression added',
    severity: 'info',
    old: callingBack({ '{$request.query.url}': ON_DOCKED }),
    new: callingBack({ '{$request.query.url}': ON_DOCKED, '{$request.query.other}': ON_DOCKED }),
  },
  {
    title: 'an expression is removed from a callback',
    rule: 'openapi-changes callback expression removed',
    severity: 'error',
    old: callingBack({ '{$request.query.url}': ON_DOCKED, '{$request.query.other}': ON_DOCKED }),
    new: callingBack({ '{$request.query.url}': ON_DOCKED }),
  },
  {
    title: 'a callback gains an operation',
    rule: 'openapi-changes callback expression modified',
    severity: 'info',
    old: callingBack({ '{$request.query.url}': ON_DOCKED }),
    new: callingBack({ '{$request.query.url}': { ...ON_DOCKED, get: { responses: OK } } }),
  },
  {
    title: 'callbacks are added',
    rule: 'openapi-changes operation.callbacks added',
    severity: 'info',
    old: apiAddingBoats({}),
    new: callingBack({ '{$request.query.url}': ON_DOCKED }),
  },
  {
    title: 'callbacks are removed',
    rule: 'openapi-changes operation.callbacks removed',
    severity: 'error',
    old: callingBack({ '{$request.query.url}': ON_DOCKED }),
    new: apiAddingBoats({}),
  },
  {
    title: 'a path is added',
    rule: 'openapi-changes paths.path added',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/boats': { get: listBoats() }, '/boats/{boatId}': { get: readBoat() } }),
  },
  {
    title: 'a path is removed',
    rule: 'openapi-changes paths.path removed',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats() }, '/boats/{boatId}': { get: readBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'an operation is added',
    rule: 'openapi-changes pathItem.post added',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
  },
  {
    title: 'an operation is removed',
    rule: 'openapi-changes pathItem.post removed',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'the servers of a path are removed',
    rule: 'openapi-changes pathItem.servers removed',
    severity: 'error',
    old: apiWith({ '/boats': { servers: [{ url: 'https://eu.example.com' }], get: listBoats() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'the URL of a server changes',
    rule: 'openapi-changes server.url modified',
    severity: 'error',
    old: apiListingBoats({}, { servers: [{ url: 'https://api.example.com' }] }),
    new: apiListingBoats({}, { servers: [{ url: 'https://api.example.com/v2' }] }),
  },
  {
    title: 'a server is described otherwise',
    rule: 'openapi-changes server.description modified',
    severity: 'info',
    old: apiListingBoats({}, { servers: [{ url: 'https://api.example.com', description: 'One' }] }),
    new: apiListingBoats({}, { servers: [{ url: 'https://api.example.com', description: 'All' }] }),
  },
  {
    title: 'title, contact, licence and terms change',
    rule: 'openapi-changes info modified',
    severity: 'info',
    old: apiListingBoats({}),
    new: apiListingBoats(
      {},
      {
        info: {
          title: 'Marina',
          version: '1.0.0',
          summary: 'Boats and piers',
          termsOfService: 'https://example.com/terms',
          contact: { name: 'Harbour master', email: 'master@example.com' },
          license: { name: 'MIT' },
        },
      },
    ),
  },
  {
    title: 'external documentation is added',
    rule: 'openapi-changes operation.externalDocs added',
    severity: 'info',
    old: apiListingBoats({}),
    new: apiListingBoats({ externalDocs: { url: 'https://docs.example.com/boats' } }),
  },
  {
    title: 'an operation is deprecated',
    rule: 'openapi-changes operation.deprecated added',
    severity: 'info',
    old: apiListingBoats({}),
    new: apiListingBoats({ deprecated: true }),
  },
  {
    title: 'an operationId changes',
    rule: 'openapi-changes operation.operationId modified',
    severity: 'error',
    old: apiListingBoats({ operationId: 'listBoats' }),
    new: apiListingBoats({ operationId: 'findBoats' }),
  },
  {
    title: 'a request body is added',
    rule: 'openapi-changes operation.requestBody added',
    severity: 'error',
    old: apiAddingBoats({}),
    new: apiAddingBoats({ requestBody: { required: true, content: json(STRING) } }),
  },
  {
    title: 'a request body is removed',
    rule: 'openapi-changes operation.requestBody removed',
    severity: 'error',
    old: apiAddingBoats({ requestBody: { required: true, content: json(STRING) } }),
    new: apiAddingBoats({}),
  },
  {
    title: 'an optional parameter is removed',
    rule: 'openapi-changes operation.parameters removed',
    severity: 'error',
    old: apiListingBoats({ parameters: [queryParameter('limit')] }),
    new: apiListingBoats({ parameters: [] }),
  },
  {
    title: 'an optional parameter is added',
    rule: 'openapi-changes operation.parameters added',
    severity: 'info',
    old: apiListingBoats({ parameters: [queryParameter('limit')] }),
    new: apiListingBoats({ parameters: [queryParameter('limit'), queryParameter('after')] }),
  },
  {
    title: 'the example of a parameter changes',
    rule: 'openapi-changes parameter.example modified',
    severity: 'info',
    old: apiListingBoats({ parameters: [queryParameter('pier', STRING, { example: 'north' })] }),
    new: apiListingBoats({ parameters: [queryParameter('pier', STRING, { example: 'south' })] }),
  },
  {
    title: 'a response is added',
    rule: 'openapi-changes operation.responses added',
    severity: 'info',
    old: apiListingBoats({ responses: OK }),
    new: apiListingBoats({ responses: { ...OK, 404: { description: 'Not found' } } }),
  },
  {
    title: 'the default response is removed',
    rule: 'openapi-changes responses.default removed',
    severity: 'error',
    old: apiListingBoats({ responses: { ...OK, default: { description: 'Failed' } } }),
    new: apiListingBoats({ responses: OK }),
  },
  {
    title: 'a response header is deprecated',
    rule: 'openapi-changes header.deprecated added',
    severity: 'info',
    old: tide({}),
    new: tide({ deprecated: true }),
  },
  {
    title: 'a response header is no longer required',
    rule: 'openapi-changes header.required removed',
    severity: 'error',
    old: tide({ required: true }),
    new: tide({}),
  },
  {
    title: 'a link leads to another operation',
    rule: 'openapi-changes link.operationId modified',
    severity: 'error',
    old: linkingTo('readBoat'),
    new: linkingTo('removeBoat'),
  },
  {
    title: 'a way to be let in is added',
    rule: 'openapi-changes securityRequirement.schemes added',
    severity: 'info',
    old: askingForAny('key'),
    new: askingForAny('key', 'bearer'),
  },
  {
    title: 'a way to be let in is removed',
    rule: 'openapi-changes securityRequirement.schemes removed',
    severity: 'error',
    old: askingForAny('key', 'bearer'),
    new: askingForAny('key'),
  },
  {
    title: 'the key is sent under another name',
    rule: 'openapi-changes securityScheme.name modified',
    severity: 'error',
    old: askingFor(KEY),
    new: askingFor({ ...KEY, name: 'X-Token' }),
  },
  {
    title: 'the key is sent in a cookie',
    rule: 'openapi-changes securityScheme.in modified',
    severity: 'error',
    old: askingFor(KEY),
    new: askingFor({ ...KEY, in: 'cookie' }),
  },
  {
    title: 'an HTTP scheme changes',
    rule: 'openapi-changes securityScheme.scheme modified',
    severity: 'error',
    old: askingFor({ type: 'http', scheme: 'basic' }),
    new: askingFor({ type: 'http', scheme: 'digest' }),
  },
  {
    title: 'the format of a bearer token changes',
    rule: 'openapi-changes securityScheme.bearerFormat modified',
    severity: 'info',
    old: askingFor(BEARER),
    new: askingFor({ ...BEARER, bearerFormat: 'opaque' }),
  },
  {
    title: 'the OpenID Connect URL changes',
    rule: 'openapi-changes securityScheme.openIdConnectUrl modified',
    severity: 'info',
    old: askingFor(OIDC),
    new: askingFor({ ...OIDC, openIdConnectUrl: 'https://login.example.com/configuration' }),
  },
  {
    title: 'the token URL changes',
    rule: 'openapi-changes oauthFlow.tokenUrl modified',
    severity: 'error',
    old: askingForFlow({ tokenUrl: 'https://id.example.com/token', scopes: SCOPES }),
    new: askingForFlow({ tokenUrl: 'https://login.example.com/token', scopes: SCOPES }),
  },
  {
    title: 'a scope is offered in addition',
    rule: 'openapi-changes oauthFlow.scopes added',
    severity: 'info',
    old: askingForFlow({ tokenUrl: 'https://id.example.com/token', scopes: SCOPES }),
    new: askingForFlow({
      tokenUrl: 'https://id.example.com/token',
      scopes: { ...SCOPES, admin: 'Everything' },
    }),
  },
];
