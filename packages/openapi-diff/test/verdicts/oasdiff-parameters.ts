import type { JsonObject } from '@apipin/openapi-model';

import {
  STRING,
  apiListingBoats,
  apiWith,
  arrayOf,
  cookieParameter,
  headerParameter,
  listBoats,
  objectOf,
  pathParameter,
  queryParameter,
  readBoat,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const REQUIRED = { required: true };
const LIMIT = queryParameter('limit', { type: 'integer' });

/** `GET /boats` with these parameters. */
function listing(...parameters: readonly JsonObject[]): JsonObject {
  return apiListingBoats({ parameters });
}

/** `GET /boats` with the parameter that selects berths by a list. */
function listingByBerths(fields: JsonObject): JsonObject {
  return listing(queryParameter('berths', arrayOf(STRING), fields));
}

/** `GET /boats` with a header whose value is an object. */
function listingByOrigin(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return listing(headerParameter('X-Origin', objectOf(properties, required)));
}

/** `GET /boats` with a query parameter whose value is an object. */
function listingByFilter(properties: JsonObject): JsonObject {
  return listing(queryParameter('filter', objectOf(properties)));
}

/** What oasdiff says of parameters that come, go, are asked for or are written otherwise. */
export const oasdiffParameters: readonly VerdictPair[] = [
  {
    title: 'a required query parameter is added',
    rule: 'oasdiff new-required-request-parameter',
    severity: 'error',
    old: listing(LIMIT),
    new: listing(LIMIT, queryParameter('pier', STRING, REQUIRED)),
  },
  {
    title: 'a required header parameter is added',
    rule: 'oasdiff new-required-request-parameter',
    severity: 'error',
    old: listing(),
    new: listing(headerParameter('X-Tenant', STRING, REQUIRED)),
  },
  {
    title: 'a required cookie parameter is added',
    rule: 'oasdiff new-required-request-parameter',
    severity: 'error',
    old: listing(),
    new: listing(cookieParameter('session', STRING, REQUIRED)),
  },
  {
    title: 'a required query parameter with a default is added',
    rule: 'oasdiff new-required-request-parameter',
    severity: 'error',
    old: listing(),
    new: listing(queryParameter('pier', { type: 'string', default: 'north' }, REQUIRED)),
  },
  {
    title: 'an optional query parameter is added',
    rule: 'oasdiff new-optional-request-parameter',
    severity: 'info',
    old: listing(),
    new: listing(LIMIT),
  },
  {
    title: 'an optional header parameter is added',
    rule: 'oasdiff new-optional-request-parameter',
    severity: 'info',
    old: listing(LIMIT),
    new: listing(LIMIT, headerParameter('X-Trace')),
  },
  {
    title: 'an optional cookie parameter is added',
    rule: 'oasdiff new-optional-request-parameter',
    severity: 'info',
    old: listing(),
    new: listing(cookieParameter('theme')),
  },
  {
    title: 'a required parameter is added to a path item',
    rule: 'oasdiff new-required-request-default-parameter-to-existing-path',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({
      '/boats': { parameters: [headerParameter('X-Tenant', STRING, REQUIRED)], get: listBoats() },
    }),
  },
  {
    title: 'an optional parameter is added to a path item',
    rule: 'oasdiff new-optional-request-default-parameter-to-existing-path',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/boats': { parameters: [cookieParameter('theme')], get: listBoats() } }),
  },
  {
    title: 'an optional query parameter is removed',
    rule: 'oasdiff request-parameter-removed',
    severity: 'warning',
    old: listing(LIMIT),
    new: listing(),
  },
  {
    title: 'an optional header parameter is removed',
    rule: 'oasdiff request-parameter-removed',
    severity: 'warning',
    old: listing(LIMIT, headerParameter('X-Trace')),
    new: listing(LIMIT),
  },
  {
    title: 'an optional cookie parameter is removed',
    rule: 'oasdiff request-parameter-removed',
    severity: 'warning',
    old: listing(cookieParameter('theme')),
    new: listing(),
  },
  {
    title: 'a required query parameter is removed',
    rule: 'oasdiff request-parameter-removed',
    severity: 'warning',
    old: listing(queryParameter('pier', STRING, REQUIRED)),
    new: listing(),
  },
  {
    title: 'an optional query parameter is renamed',
    rule: 'oasdiff request-parameter-removed',
    severity: 'warning',
    old: listing(queryParameter('pier')),
    new: listing(queryParameter('pierId')),
  },
  {
    title: 'a required query parameter is renamed',
    rule: 'oasdiff new-required-request-parameter',
    severity: 'error',
    old: listing(queryParameter('pier', STRING, REQUIRED)),
    new: listing(queryParameter('pierId', STRING, REQUIRED)),
  },
  {
    title: 'an optional parameter moves from the query to a header',
    rule: 'oasdiff request-parameter-removed',
    severity: 'warning',
    old: listing(queryParameter('tenant')),
    new: listing(headerParameter('tenant')),
  },
  {
    title: 'a required parameter moves from a header to a cookie',
    rule: 'oasdiff new-required-request-parameter',
    severity: 'error',
    old: listing(headerParameter('session', STRING, REQUIRED)),
    new: listing(cookieParameter('session', STRING, REQUIRED)),
  },
  {
    title: 'parameters move from the path item to the operation',
    rule: 'oasdiff parameters moved (--flatten-params)',
    severity: 'info',
    old: apiWith({
      '/boats/{boatId}': {
        parameters: [pathParameter('boatId'), headerParameter('X-Tenant', STRING, REQUIRED)],
        get: readBoat({ parameters: [] }),
      },
    }),
    new: apiWith({
      '/boats/{boatId}': {
        get: readBoat({
          parameters: [pathParameter('boatId'), headerParameter('X-Tenant', STRING, REQUIRED)],
        }),
      },
    }),
  },
  {
    title: 'a parameter moves from the operation to the path item',
    rule: 'oasdiff parameters moved (--flatten-params)',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats({ parameters: [LIMIT] }) } }),
    new: apiWith({ '/boats': { parameters: [LIMIT], get: listBoats() } }),
  },
  {
    title: 'a parameter of a path item admits fewer items',
    rule: 'oasdiff request-parameter-max-items-decreased (--flatten-params)',
    severity: 'error',
    old: apiWith({
      '/boats': {
        parameters: [queryParameter('berths', { ...arrayOf(STRING), maxItems: 20 })],
        get: listBoats(),
      },
    }),
    new: apiWith({
      '/boats': {
        parameters: [queryParameter('berths', { ...arrayOf(STRING), maxItems: 10 })],
        get: listBoats(),
      },
    }),
  },
  {
    title: 'parameters change their order',
    rule: 'oasdiff no change',
    severity: 'info',
    old: listing(LIMIT, queryParameter('pier')),
    new: listing(queryParameter('pier'), LIMIT),
  },
  {
    title: 'a header parameter is spelt in other case',
    rule: 'oasdiff header case (--case-insensitive-headers)',
    severity: 'info',
    old: listing(headerParameter('X-Tenant', STRING, REQUIRED)),
    new: listing(headerParameter('x-tenant', STRING, REQUIRED)),
  },
  {
    title: 'a query parameter becomes required',
    rule: 'oasdiff request-parameter-became-required',
    severity: 'error',
    old: listing(queryParameter('pier')),
    new: listing(queryParameter('pier', STRING, REQUIRED)),
  },
  {
    title: 'a header parameter becomes required',
    rule: 'oasdiff request-parameter-became-required',
    severity: 'error',
    old: listing(headerParameter('X-Tenant', STRING, { required: false })),
    new: listing(headerParameter('X-Tenant', STRING, REQUIRED)),
  },
  {
    title: 'a cookie parameter becomes required',
    rule: 'oasdiff request-parameter-became-required',
    severity: 'error',
    old: listing(cookieParameter('session')),
    new: listing(cookieParameter('session', STRING, REQUIRED)),
  },
  {
    title: 'a query parameter becomes optional',
    rule: 'oasdiff request-parameter-became-optional',
    severity: 'info',
    old: listing(queryParameter('pier', STRING, REQUIRED)),
    new: listing(queryParameter('pier')),
  },
  {
    title: 'a header parameter becomes optional',
    rule: 'oasdiff request-parameter-became-optional',
    severity: 'info',
    old: listing(headerParameter('X-Tenant', STRING, REQUIRED)),
    new: listing(headerParameter('X-Tenant', STRING, { required: false })),
  },
  {
    title: 'the description of a parameter changes',
    rule: 'oasdiff comments changed',
    severity: 'info',
    old: listing(queryParameter('pier', STRING, { description: 'Pier' })),
    new: listing(queryParameter('pier', STRING, { description: 'Where the boats lie' })),
  },
  {
    title: 'a list is no longer exploded',
    rule: 'oasdiff request-parameter-explode-changed',
    severity: 'error',
    old: listingByBerths({}),
    new: listingByBerths({ explode: false }),
  },
  {
    title: 'the default of explode is written out',
    rule: 'oasdiff request-parameter-explode-changed',
    severity: 'info',
    old: listingByBerths({}),
    new: listingByBerths({ explode: true }),
  },
  {
    title: 'explode changes for a single value',
    rule: 'oasdiff request-parameter-explode-changed',
    severity: 'info',
    old: listing(queryParameter('pier')),
    new: listing(queryParameter('pier', STRING, { explode: false })),
  },
  {
    title: 'explode changes where any value is allowed',
    rule: 'oasdiff request-parameter-explode-changed',
    severity: 'error',
    old: listing(queryParameter('filter', {})),
    new: listing(queryParameter('filter', {}, { explode: false })),
  },
  {
    title: 'a list is delimited by pipes',
    rule: 'oasdiff request-parameter-style-changed',
    severity: 'error',
    old: listingByBerths({}),
    new: listingByBerths({ style: 'pipeDelimited' }),
  },
  {
    title: 'the default of explode is written out for pipes',
    rule: 'oasdiff request-parameter-explode-changed',
    severity: 'info',
    old: listingByBerths({ style: 'pipeDelimited' }),
    new: listingByBerths({ style: 'pipeDelimited', explode: false }),
  },
  {
    title: 'the default style is written out',
    rule: 'oasdiff request-parameter-style-changed',
    severity: 'info',
    old: listingByBerths({}),
    new: listingByBerths({ style: 'form' }),
  },
  {
    title: 'a path parameter becomes a label',
    rule: 'oasdiff request-parameter-style-changed',
    severity: 'error',
    old: apiWith({ '/boats/{boatId}': { get: readBoat() } }),
    new: apiWith({
      '/boats/{boatId}': {
        get: readBoat({ parameters: [pathParameter('boatId', STRING, { style: 'label' })] }),
      },
    }),
  },
  {
    title: 'reserved characters are allowed',
    rule: 'oasdiff request-parameter-became-allow-reserved',
    severity: 'info',
    old: listing(queryParameter('pier')),
    new: listing(queryParameter('pier', STRING, { allowReserved: true })),
  },
  {
    title: 'reserved characters are no longer allowed',
    rule: 'oasdiff request-parameter-became-not-allow-reserved',
    severity: 'error',
    old: listing(queryParameter('pier', STRING, { allowReserved: true })),
    new: listing(queryParameter('pier')),
  },
  {
    title: 'a header gains a required property',
    rule: 'oasdiff new-required-request-header-property',
    severity: 'error',
    old: listingByOrigin({ port: STRING }),
    new: listingByOrigin({ port: STRING, country: STRING }, ['country']),
  },
  {
    title: 'a header gains an optional property',
    rule: 'oasdiff new optional request header property',
    severity: 'info',
    old: listingByOrigin({ port: STRING }),
    new: listingByOrigin({ port: STRING, country: STRING }),
  },
  {
    title: 'a property of a header becomes required',
    rule: 'oasdiff request-header-property-became-required',
    severity: 'error',
    old: listingByOrigin({ port: STRING }),
    new: listingByOrigin({ port: STRING }, ['port']),
  },
  {
    title: 'a property of a header becomes optional',
    rule: 'oasdiff request header property became optional',
    severity: 'info',
    old: listingByOrigin({ port: STRING }, ['port']),
    new: listingByOrigin({ port: STRING }),
  },
  {
    title: 'a property of a header becomes an enumeration',
    rule: 'oasdiff request-header-property-became-enum',
    severity: 'error',
    old: listingByOrigin({ port: STRING }),
    new: listingByOrigin({ port: { type: 'string', enum: ['Bergen', 'Kiel'] } }),
  },
  {
    title: 'a property of a query parameter changes from number to string',
    rule: 'oasdiff request-parameter-property-type-changed',
    severity: 'warning',
    old: listingByFilter({ draught: { type: 'number' } }),
    new: listingByFilter({ draught: STRING }),
  },
  {
    title: 'a property of a query parameter changes from string to number',
    rule: 'oasdiff request-parameter-property-type-specialized',
    severity: 'error',
    old: listingByFilter({ draught: STRING }),
    new: listingByFilter({ draught: { type: 'number' } }),
  },
  {
    title: 'a property of a query parameter changes from integer to number',
    rule: 'oasdiff request-parameter-property-type-generalized',
    severity: 'info',
    old: listingByFilter({ draught: { type: 'integer' } }),
    new: listingByFilter({ draught: { type: 'number' } }),
  },
  {
    title: 'a property of a query parameter loses an enum value',
    rule: 'oasdiff request-parameter-property-enum-value-removed',
    severity: 'error',
    old: listingByFilter({ port: { type: 'string', enum: ['Bergen', 'Kiel'] } }),
    new: listingByFilter({ port: { type: 'string', enum: ['Bergen'] } }),
  },
  {
    title: 'a property of a query parameter gains an enum value',
    rule: 'oasdiff request-parameter-property-enum-value-added',
    severity: 'info',
    old: listingByFilter({ port: { type: 'string', enum: ['Bergen'] } }),
    new: listingByFilter({ port: { type: 'string', enum: ['Bergen', 'Kiel'] } }),
  },
  {
    title: 'a property of a query parameter is no longer an enumeration',
    rule: 'oasdiff RequestParameterPropertyBecameNotEnum',
    severity: 'info',
    old: listingByFilter({ port: { type: 'string', enum: ['Bergen', 'Kiel'] } }),
    new: listingByFilter({ port: STRING }),
  },
  {
    title: 'a property of a query parameter may be null',
    rule: 'oasdiff request-parameter-property-became-nullable',
    severity: 'info',
    old: listingByFilter({ port: STRING }),
    new: listingByFilter({ port: { type: ['string', 'null'] } }),
  },
  {
    title: 'a property of a query parameter may no longer be null',
    rule: 'oasdiff request-parameter-property-became-not-nullable',
    severity: 'error',
    old: listingByFilter({ port: { type: ['string', 'null'] } }),
    new: listingByFilter({ port: STRING }),
  },
];
