import type { JsonObject } from '@apipin/openapi-model';

import { json, objectOf } from './operation-documents.ts';

const boat = { $ref: '#/components/schemas/Boat' };
const notFound = { $ref: '#/components/responses/NotFound' };
const invalid = { $ref: '#/components/responses/Invalid' };

/** A document as people write them: several operations that share parameters, responses and schemas. */
export const HARBOUR: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Harbour', version: '1.0.0', description: 'Boats, and where they lie.' },
  servers: [{ url: 'https://harbour.example.com/v1' }],
  tags: [{ name: 'boats', description: 'Boats' }, { name: 'piers' }],
  security: [{ key: [] }, { oauth: ['boats:read'] }],
  paths: {
    '/boats': {
      get: {
        operationId: 'listBoats',
        summary: 'List boats',
        tags: ['boats'],
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/After' },
          { $ref: '#/components/parameters/Sort' },
        ],
        responses: {
          200: {
            description: 'A page of boats',
            headers: {
              'X-Total': { required: true, schema: { type: 'integer' } },
              'X-Next': { schema: { type: 'string' } },
            },
            content: json({ $ref: '#/components/schemas/BoatPage' }),
          },
          400: invalid,
        },
      },
      post: {
        operationId: 'addBoat',
        tags: ['boats'],
        security: [{ oauth: ['boats:write'] }],
        requestBody: { required: true, content: json({ $ref: '#/components/schemas/NewBoat' }) },
        responses: {
          201: { description: 'The new boat', content: json(boat) },
          400: invalid,
        },
      },
    },
    '/boats/{boatId}': {
      parameters: [{ $ref: '#/components/parameters/BoatId' }],
      get: {
        operationId: 'readBoat',
        tags: ['boats'],
        responses: { 200: { description: 'The boat', content: json(boat) }, 404: notFound },
      },
      patch: {
        operationId: 'changeBoat',
        tags: ['boats'],
        security: [{ oauth: ['boats:write'] }],
        requestBody: { required: true, content: json({ $ref: '#/components/schemas/BoatChange' }) },
        responses: {
          200: { description: 'The boat', content: json(boat) },
          400: invalid,
          404: notFound,
        },
      },
      delete: {
        operationId: 'removeBoat',
        tags: ['boats'],
        security: [{ oauth: ['boats:write'] }],
        responses: { 204: { description: 'Gone' }, 404: notFound },
      },
    },
    '/boats/{boatId}/visits': {
      parameters: [{ $ref: '#/components/parameters/BoatId' }],
      post: {
        operationId: 'addVisit',
        tags: ['boats'],
        requestBody: { content: json({ $ref: '#/components/schemas/NewVisit' }) },
        responses: {
          201: {
            description: 'The visit',
            content: json(
              objectOf({ id: { type: 'string' }, berth: { type: 'integer' } }, ['id', 'berth']),
            ),
          },
          404: notFound,
        },
      },
    },
    '/piers': {
      get: {
        operationId: 'listPiers',
        tags: ['piers'],
        parameters: [{ $ref: '#/components/parameters/Limit' }],
        responses: {
          200: {
            description: 'The piers',
            content: json({ type: 'array', items: { $ref: '#/components/schemas/Pier' } }),
          },
        },
      },
    },
    '/piers/{pierId}/berths': {
      get: {
        operationId: 'listBerths',
        tags: ['piers'],
        parameters: [
          { name: 'pierId', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'free', in: 'query', schema: { type: 'boolean' } },
        ],
        responses: {
          200: {
            description: 'The berths',
            content: json({ type: 'array', items: { $ref: '#/components/schemas/Berth' } }),
          },
          404: notFound,
        },
      },
    },
  },
  components: {
    parameters: {
      BoatId: { name: 'boatId', in: 'path', required: true, schema: { type: 'string' } },
      Limit: {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      },
      After: { name: 'after', in: 'query', schema: { type: 'string' } },
      Sort: { name: 'sort', in: 'query', schema: { type: 'string', enum: ['name', 'length'] } },
    },
    responses: {
      NotFound: {
        description: 'There is none',
        content: json({ $ref: '#/components/schemas/Problem' }),
      },
      Invalid: {
        description: 'The request is not understood',
        content: json({ $ref: '#/components/schemas/Problem' }),
      },
    },
    schemas: {
      Boat: objectOf(
        {
          id: { type: 'string', readOnly: true },
          name: { type: 'string', maxLength: 60 },
          kind: { $ref: '#/components/schemas/Kind' },
          length: { type: 'number', minimum: 0 },
          pier: { $ref: '#/components/schemas/Pier' },
          owner: { $ref: '#/components/schemas/Owner' },
          addedAt: { type: 'string', format: 'date-time', readOnly: true },
        },
        ['id', 'name', 'kind'],
      ),
      BoatPage: objectOf({ boats: { type: 'array', items: boat }, next: { type: 'string' } }, [
        'boats',
      ]),
      NewBoat: objectOf(
        {
          name: { type: 'string', maxLength: 60 },
          kind: { $ref: '#/components/schemas/Kind' },
          length: { type: 'number', minimum: 1 },
        },
        ['name', 'kind'],
      ),
      BoatChange: objectOf({ name: { type: 'string' }, length: { type: 'number' } }),
      NewVisit: objectOf(
        { pierId: { type: 'integer' }, nights: { type: 'integer', maximum: 14 } },
        ['pierId'],
      ),
      Kind: { type: 'string', enum: ['sail', 'motor'] },
      Pier: objectOf(
        {
          id: { type: 'integer' },
          name: { type: 'string' },
          berths: { type: 'array', items: { $ref: '#/components/schemas/Berth' } },
          arms: { type: 'array', items: { $ref: '#/components/schemas/Pier' } },
        },
        ['id'],
      ),
      Berth: objectOf({ number: { type: 'integer' }, free: { type: 'boolean' } }, ['number']),
      Owner: {
        oneOf: [{ $ref: '#/components/schemas/Person' }, { $ref: '#/components/schemas/Company' }],
        discriminator: { propertyName: 'type' },
      },
      Person: objectOf({ type: { type: 'string' }, name: { type: 'string' } }, ['type', 'name']),
      Company: objectOf({ type: { type: 'string' }, vat: { type: 'string' } }, ['type', 'vat']),
      Problem: objectOf({ title: { type: 'string' }, detail: { type: 'string' } }, ['title']),
    },
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      oauth: {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: 'https://id.example.com/token',
            scopes: { 'boats:read': 'See boats', 'boats:write': 'Change boats' },
          },
        },
      },
    },
  },
};
