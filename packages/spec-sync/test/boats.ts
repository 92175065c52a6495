import type { JsonObject } from '@apipin/openapi-model';

/** What is different about a document; the rest is as it always is. */
export interface BoatChoices {
  /** A property of what is received. */
  readonly received?: JsonObject;
  /** A property of what is sent. */
  readonly sent?: JsonObject;
  readonly path?: string;
  readonly description?: string;
}

/** A document with one operation, which takes one schema and answers with another. */
export function boats({
  received = { type: 'string' },
  sent = { type: 'string' },
  path = '/boats',
  description = 'Makes a boat.',
}: BoatChoices): JsonObject {
  const body = (name: string) => ({
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Boats', version: 'v1' },
    paths: {
      [path]: {
        post: {
          operationId: 'createBoat',
          description,
          requestBody: body('BoatInput'),
          responses: { '200': { description: 'The boat.', ...body('Boat') } },
        },
      },
    },
    components: {
      schemas: {
        Boat: { type: 'object', required: ['received'], properties: { received } },
        BoatInput: { type: 'object', properties: { sent } },
      },
    },
  };
}
