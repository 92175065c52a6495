import type { JsonObject } from '@apipin/openapi-model';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject) => ({ content: { 'application/json': { schema } } });
const answer = (schema: JsonObject) => ({ description: 'An answer.', ...json(schema) });
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', format: 'int64' } };

/** A small API with schemas that are sent, received, both and neither, and all that edits need to take hold of. */
export const HARBOUR: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Harbour', version: 'v1' },
  paths: {
    '/boats': {
      get: {
        operationId: 'listBoats',
        parameters: [
          { name: 'after', in: 'query', schema: { type: 'string' } },
          { name: 'kind', in: 'query', schema: { type: 'array', items: ref('Kind') } },
          { name: 'x-trace', in: 'header', schema: { type: 'string' } },
        ],
        responses: { '200': answer(ref('BoatPage')), default: answer(ref('Error')) },
      },
      post: {
        operationId: 'createBoat',
        requestBody: { required: true, ...json(ref('BoatInput')) },
        responses: {
          '201': answer(ref('Boat')),
          '202': answer(ref('Ticket')),
          '4XX': answer(ref('Error')),
        },
      },
    },
    '/boats/{id}': {
      parameters: [id],
      get: {
        operationId: 'getBoat',
        responses: { '200': answer(ref('Boat')), '404': answer(ref('Error')) },
      },
      patch: {
        operationId: 'updateBoat',
        requestBody: json(ref('BoatPatch')),
        responses: { '200': answer(ref('Boat')), default: answer(ref('Error')) },
      },
      delete: { operationId: 'removeBoat', responses: { '204': { description: 'Done.' } } },
    },
    '/crews/{id}': {
      parameters: [id],
      put: {
        operationId: 'putCrew',
        requestBody: { required: true, ...json(ref('Crew')) },
        responses: { '200': answer(ref('Crew')) },
      },
    },
    '/cargo': {
      post: {
        operationId: 'loadCargo',
        requestBody: { required: true, ...json(ref('Cargo')) },
        responses: { '200': answer({ type: 'array', items: ref('Receipt') }) },
      },
    },
  },
  components: {
    schemas: {
      Kind: { type: 'string', enum: ['SAIL', 'MOTOR', 'ROW'] },
      Boat: {
        description: 'A boat.',
        type: 'object',
        required: ['id', 'name', 'kind'],
        properties: {
          id: { type: 'integer', format: 'int64' },
          name: { type: 'string' },
          kind: ref('Kind'),
          state: { type: 'string', enum: ['MOORED', 'AWAY'] },
          berth: { type: ['string', 'null'] },
          owner: ref('Person'),
          labels: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
      BoatInput: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          kind: ref('Kind'),
          length: { type: 'number' },
          owner: ref('Person'),
        },
      },
      BoatPatch: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          state: { type: 'string', enum: ['MOORED', 'AWAY'] },
          berth: { type: ['string', 'null'] },
        },
      },
      BoatPage: {
        type: 'object',
        required: ['results'],
        properties: {
          results: { type: 'array', items: ref('Boat') },
          next: { type: 'string' },
          total: { type: 'integer' },
        },
      },
      Person: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          rank: { type: 'string', enum: ['CAPTAIN', 'MATE'] },
          phone: { type: 'string' },
        },
      },
      Crew: {
        type: 'object',
        required: ['members'],
        properties: {
          members: { type: 'array', items: ref('Person') },
          note: { type: ['string', 'null'] },
          size: { type: 'integer' },
        },
      },
      Cargo: {
        oneOf: [ref('Crate'), ref('Tank')],
        discriminator: { propertyName: 'type', mapping: { CRATE: 'Crate', TANK: 'Tank' } },
      },
      Crate: {
        type: 'object',
        required: ['type', 'weight'],
        properties: { type: { type: 'string', enum: ['CRATE'] }, weight: { type: 'number' } },
      },
      Tank: {
        type: 'object',
        required: ['type', 'litres'],
        properties: {
          type: { type: 'string', enum: ['TANK'] },
          litres: { type: 'number' },
          hazard: { type: 'boolean' },
        },
      },
      Receipt: {
        allOf: [
          ref('Ticket'),
          {
            type: 'object',
            required: ['cargo'],
            properties: { cargo: ref('Cargo'), stamp: { type: 'string' } },
          },
        ],
      },
      Ticket: {
        type: 'object',
        required: ['number'],
        properties: {
          number: { type: 'integer', format: 'int64' },
          status: { type: 'string', enum: ['OPEN', 'DONE', 'LOST'] },
        },
      },
      Error: {
        type: 'object',
        required: ['message'],
        properties: {
          message: { type: 'string' },
          code: { type: 'string', enum: ['FULL', 'GONE'] },
          details: { type: 'array', items: { type: 'string' } },
        },
      },
      Notice: {
        description: 'Used by no operation.',
        type: 'object',
        required: ['text'],
        properties: { text: { type: 'string' }, level: { type: 'string', enum: ['LOW', 'HIGH'] } },
      },
    },
  },
};
