import {
  OK,
  STRING,
  addBoat,
  apiListingBoats,
  apiWith,
  json,
  listBoats,
  objectOf,
  pathParameter,
  readBoat,
  removeBoat,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const HOOK = { post: { operationId: 'onDocked', responses: OK } };

/** What oasdiff says of operations as a whole, and of what belongs to none of them. */
export const oasdiffOperations: readonly VerdictPair[] = [
  {
    title: 'nothing changes',
    rule: 'oasdiff no change',
    severity: 'info',
    old: apiListingBoats({}),
    new: apiListingBoats({}),
  },
  {
    title: 'a path is added',
    rule: 'oasdiff endpoint-added',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({
      '/boats': { get: listBoats() },
      '/piers': { get: { operationId: 'listPiers', responses: OK } },
    }),
  },
  {
    title: 'a path that has a path parameter is added',
    rule: 'oasdiff endpoint-added',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/boats': { get: listBoats() }, '/boats/{boatId}': { get: readBoat() } }),
  },
  {
    title: 'an operation is added to a path',
    rule: 'oasdiff endpoint-added',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
  },
  {
    title: 'a path is removed',
    rule: 'oasdiff api-path-removed-without-deprecation',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats() }, '/boats/{boatId}': { get: readBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'a path with two operations is removed',
    rule: 'oasdiff api-path-removed-without-deprecation',
    severity: 'error',
    old: apiWith({
      '/boats': { get: listBoats() },
      '/boats/{boatId}': { get: readBoat(), delete: removeBoat() },
    }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'an operation is removed from a path',
    rule: 'oasdiff api-removed-without-deprecation',
    severity: 'error',
    old: apiWith({ '/boats/{boatId}': { get: readBoat(), delete: removeBoat() } }),
    new: apiWith({ '/boats/{boatId}': { get: readBoat() } }),
  },
  {
    title: 'an operation moves to another method',
    rule: 'oasdiff api-removed-without-deprecation',
    severity: 'error',
    old: apiWith({ '/boats': { put: addBoat() } }),
    new: apiWith({ '/boats': { post: addBoat() } }),
  },
  {
    title: 'a segment of a path is renamed',
    rule: 'oasdiff api-path-removed-without-deprecation',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/vessels': { get: listBoats() } }),
  },
  {
    title: 'a path gains a segment in front',
    rule: 'oasdiff api-path-removed-without-deprecation',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/v2/boats': { get: listBoats() } }),
  },
  {
    title: 'a path gains a path parameter',
    rule: 'oasdiff api-path-removed-without-deprecation',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({
      '/boats/{boatId}': { get: { ...readBoat(), operationId: 'listBoats' } },
    }),
  },
  {
    title: 'a path parameter that the operation declares is renamed',
    rule: 'oasdiff path parameter renamed',
    severity: 'info',
    old: apiWith({ '/boats/{boatId}': { get: readBoat() } }),
    new: apiWith({ '/boats/{id}': { get: readBoat({ parameters: [pathParameter('id')] }) } }),
  },
  {
    title: 'a path parameter that the path item declares is renamed',
    rule: 'oasdiff path parameter renamed',
    severity: 'info',
    old: apiWith({
      '/boats/{boatId}': {
        parameters: [pathParameter('boatId')],
        get: listBoats(),
      },
    }),
    new: apiWith({
      '/boats/{id}': {
        parameters: [pathParameter('id')],
        get: listBoats(),
      },
    }),
  },
  {
    title: 'both path parameters of a path are renamed',
    rule: 'oasdiff path parameter renamed',
    severity: 'info',
    old: apiWith({
      '/piers/{pierId}/boats/{boatId}': {
        get: readBoat({ parameters: [pathParameter('pierId'), pathParameter('boatId')] }),
      },
    }),
    new: apiWith({
      '/piers/{pier}/boats/{boat}': {
        get: readBoat({ parameters: [pathParameter('pier'), pathParameter('boat')] }),
      },
    }),
  },
  {
    title: 'a path parameter is renamed and of another type',
    rule: 'oasdiff request-parameter-type-changed',
    severity: 'error',
    old: apiWith({ '/boats/{boatId}': { get: readBoat() } }),
    new: apiWith({
      '/boats/{id}': { get: readBoat({ parameters: [pathParameter('id', { type: 'integer' })] }) },
    }),
  },
  {
    title: 'an operationId is removed',
    rule: 'oasdiff api-operation-id-removed',
    severity: 'info',
    old: apiWith({ '/boats': { get: { operationId: 'listBoats', responses: OK } } }),
    new: apiWith({ '/boats': { get: { responses: OK } } }),
  },
  {
    title: 'an operationId changes',
    rule: 'oasdiff api-operation-id-removed',
    severity: 'info',
    old: apiListingBoats({ operationId: 'listBoats' }),
    new: apiListingBoats({ operationId: 'searchBoats' }),
  },
  {
    title: 'an operationId is added',
    rule: 'oasdiff api-operation-id-added',
    severity: 'info',
    old: apiWith({ '/boats': { get: { responses: OK } } }),
    new: apiWith({ '/boats': { get: { operationId: 'listBoats', responses: OK } } }),
  },
  {
    title: 'a tag is added',
    rule: 'oasdiff api-tag-added',
    severity: 'info',
    old: apiListingBoats({ tags: ['fleet'] }),
    new: apiListingBoats({ tags: ['fleet', 'public'] }),
  },
  {
    title: 'a tag is removed',
    rule: 'oasdiff api-tag-removed',
    severity: 'info',
    old: apiListingBoats({ tags: ['fleet', 'public'] }),
    new: apiListingBoats({ tags: ['fleet'] }),
  },
  {
    title: 'a tag is replaced by another',
    rule: 'oasdiff api-tag-removed',
    severity: 'info',
    old: apiListingBoats({ tags: ['fleet'] }),
    new: apiListingBoats({ tags: ['boats'] }),
  },
  {
    title: 'summary and description of an operation change',
    rule: 'oasdiff comments changed',
    severity: 'info',
    old: apiListingBoats({ summary: 'Boats', description: 'All boats.' }),
    new: apiListingBoats({ summary: 'List boats', description: 'Every boat in the harbour.' }),
  },
  {
    title: 'an extension of an operation changes',
    rule: 'oasdiff extensions changed',
    severity: 'info',
    old: apiListingBoats({ 'x-owner': 'fleet' }),
    new: apiListingBoats({ 'x-owner': 'platform', 'x-cost': 2 }),
  },
  {
    title: 'a server moves',
    rule: 'oasdiff servers changed',
    severity: 'info',
    old: apiListingBoats({}, { servers: [{ url: 'https://api.example.com' }] }),
    new: apiListingBoats({}, { servers: [{ url: 'https://harbour.example.com/v1' }] }),
  },
  {
    title: 'a server is removed',
    rule: 'oasdiff servers changed',
    severity: 'info',
    old: apiListingBoats(
      {},
      { servers: [{ url: 'https://eu.example.com' }, { url: 'https://us.example.com' }] },
    ),
    new: apiListingBoats({}, { servers: [{ url: 'https://eu.example.com' }] }),
  },
  {
    title: 'a component schema that nothing uses is removed',
    rule: 'oasdiff api-schema-removed',
    severity: 'info',
    old: apiListingBoats({}, { components: { schemas: { Boat: objectOf({ name: STRING }) } } }),
    new: apiListingBoats({}),
  },
  {
    title: 'a link refers to another operation',
    rule: 'oasdiff link operationId changed',
    severity: 'info',
    old: apiWith({
      '/boats': {
        get: listBoats({
          responses: {
            200: { description: 'Boats', links: { one: { operationId: 'readBoat' } } },
          },
        }),
      },
      '/boats/{boatId}': { get: readBoat(), delete: removeBoat() },
    }),
    new: apiWith({
      '/boats': {
        get: listBoats({
          responses: {
            200: { description: 'Boats', links: { one: { operationId: 'removeBoat' } } },
          },
        }),
      },
      '/boats/{boatId}': { get: readBoat(), delete: removeBoat() },
    }),
  },
  {
    title: 'a webhook is added',
    rule: 'oasdiff webhook-added',
    severity: 'info',
    old: apiListingBoats({}, { webhooks: { docked: HOOK } }),
    new: apiListingBoats(
      {},
      {
        webhooks: {
          docked: HOOK,
          departed: { post: { operationId: 'onDeparted', responses: OK } },
        },
      },
    ),
  },
  {
    title: 'a webhook is removed',
    rule: 'oasdiff webhook-removed',
    severity: 'error',
    old: apiListingBoats({}, { webhooks: { docked: HOOK } }),
    new: apiListingBoats({}, { webhooks: {} }),
  },
  {
    title: 'the version stays while something is added',
    rule: 'oasdiff endpoint-added',
    severity: 'info',
    old: apiListingBoats({}, { info: { title: 'Harbour', version: '1.4.0' } }),
    new: apiWith(
      { '/boats': { get: listBoats(), post: addBoat() } },
      { info: { title: 'Harbour', version: '1.4.0' } },
    ),
  },
  {
    title: 'the version falls',
    rule: 'oasdiff no breaking change under a lower version',
    severity: 'info',
    old: apiListingBoats({}, { info: { title: 'Harbour', version: '1.4.0' } }),
    new: apiListingBoats({}, { info: { title: 'Harbour', version: '1.3.0' } }),
  },
  {
    title: 'the example of a response changes',
    rule: 'oasdiff examples changed',
    severity: 'info',
    old: apiListingBoats({
      responses: {
        200: {
          description: 'Boats',
          content: { 'application/json': { schema: STRING, example: 'Ida' } },
        },
      },
    }),
    new: apiListingBoats({
      responses: {
        200: {
          description: 'Boats',
          content: { 'application/json': { schema: STRING, example: 'Nell' } },
        },
      },
    }),
  },
  {
    title: 'a response description changes',
    rule: 'oasdiff comments changed',
    severity: 'info',
    old: apiListingBoats({ responses: { 200: { description: 'Boats', content: json(STRING) } } }),
    new: apiListingBoats({
      responses: { 200: { description: 'The boats', content: json(STRING) } },
    }),
  },
];
