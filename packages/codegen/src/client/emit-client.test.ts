import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { importGenerated, typeErrors } from '../../test/compile.ts';
import { generateFrom } from '../../test/generate-from.ts';

const JSON_OF_PET: JsonObject = {
  'application/json': { schema: { $ref: '#/components/schemas/Pet' } },
};

const PETS: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.example.com' }],
  paths: {
    '/pets/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: {
        operationId: 'pets/get',
        summary: 'Get a pet',
        parameters: [
          { name: 'id', in: 'query', schema: { type: 'string' } },
          {
            name: 'tags',
            in: 'query',
            explode: false,
            schema: { type: 'array', items: { type: 'string' } },
          },
        ],
        responses: {
          '200': { description: 'A pet', content: JSON_OF_PET },
          '404': {
            description: 'None',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['why'],
                  properties: { why: { type: 'string' } },
                },
              },
            },
          },
        },
      },
      put: {
        operationId: 'putPet',
        deprecated: true,
        requestBody: { required: true, content: JSON_OF_PET },
        responses: { '204': { description: 'Done' } },
      },
    },
    '/health': {
      get: {
        responses: {
          '200': { description: 'OK', content: { 'text/plain': { schema: { type: 'string' } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        description: 'An animal.',
        required: ['name'],
        properties: { name: { type: 'string' } },
      },
    },
  },
};

const USE = `
import { createClient, isApiError, type Pet } from './index.js';

const client = createClient({ accessToken: 'token' });
export const pet: Promise<Pet> = client.petsGet({ id: 1, queryId: 'a', tags: ['b'] });
export const nothing: Promise<undefined> = client.putPet({ id: 1, body: { name: 'Ada' } });
export const text: Promise<string> = client.getHealth();
export function why(error: unknown): string | undefined {
  if (!isApiError(error, 'petsGet') || typeof error.body !== 'object') return undefined;
  return error.body.why;
}
// @ts-expect-error TS2741: the body needs a name
client.putPet({ id: 1, body: {} });
// @ts-expect-error TS2353: there is no such parameter
client.petsGet({ id: 1, colour: 'red' });
`;

test('compiles under strict flags, and its types say what the operations take and give', async () => {
  const { client } = await generateFrom(PETS);
  expect(await typeErrors([...client, { path: 'use.ts', contents: USE }])).toEqual([]);
});

test('sends what the document describes', async () => {
  const { client } = await generateFrom(PETS);
  type Module = {
    createClient(options: object): Record<string, (input?: object) => Promise<unknown>>;
  };
  const { createClient } = await importGenerated<Module>(client, 'index.js');
  const sent: string[] = [];
  const { petsGet, putPet, getHealth } = createClient({
    fetch: async (request: Request) => {
      sent.push(`${request.method} ${request.url} ${await request.text()}`.trim());
      if (request.url.endsWith('/health')) return new Response('fine');
      return request.method === 'PUT'
        ? new Response(null, { status: 204 })
        : Response.json({ name: 'Ada' });
    },
  });
  expect(await petsGet?.({ id: 7, queryId: 'x', tags: ['a', 'b'] })).toEqual({ name: 'Ada' });
  expect(await putPet?.({ id: 7, body: { name: 'Bo' } })).toBeUndefined();
  expect(await getHealth?.()).toBe('fine');
  expect(sent).toEqual([
    'GET https://pets.example.com/pets/7?id=x&tags=a,b',
    'PUT https://pets.example.com/pets/7 {"name":"Bo"}',
    'GET https://pets.example.com/health',
  ]);
});

test('documentation and deprecation reach the methods', async () => {
  const { client } = await generateFrom(PETS);
  const text = client.find(({ path }) => path === 'client.ts')?.contents;
  expect(text).toMatch(/Get a pet\n {3}\*\n {3}\* `GET \/pets\/\{id\}`\n {3}\*\/\n {2}petsGet\(/);
  expect(text).toMatch(/@deprecated\n {3}\*\/\n {2}putPet\(/);
});
