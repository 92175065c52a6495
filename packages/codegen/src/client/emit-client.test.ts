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
    fetch: async (url: string, init: RequestInit) => {
      const request = new Request(url, init);
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

const CHANNELS: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Channels', version: '1' },
  servers: [{ url: 'https://channels.example.com' }],
  paths: {
    '/channels': {
      get: {
        operationId: 'listChannels',
        'x-apipin-paging': { cursor: 'page', next: '/paging/next', items: '/results' },
        parameters: [{ name: 'page', in: 'query', schema: { type: 'string' } }],
        responses: {
          '200': {
            description: 'A page',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Page' } } },
          },
        },
      },
      post: {
        operationId: 'addChannel',
        'x-apipin-idempotency-key': 'key',
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { key: { type: 'string' } } },
            },
          },
        },
        responses: { '204': { description: 'Added' } },
      },
      patch: {
        operationId: 'touchChannels',
        'x-apipin-repeatable': true,
        responses: { '204': { description: 'Touched' } },
      },
    },
  },
  components: {
    schemas: {
      Channel: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
      Page: {
        type: 'object',
        required: ['results'],
        properties: {
          results: { type: 'array', items: { $ref: '#/components/schemas/Channel' } },
          paging: { type: 'object', properties: { next: { type: 'string' } } },
        },
      },
    },
  },
};

test('a client of some operations pages through a list and repeats what may be repeated', async () => {
  const { client } = await generateFrom(CHANNELS);
  const use = {
    path: 'use.ts',
    contents: `import { createClient, createClientWith, type Channel, type Page } from './index.js';
import { listChannels } from './operations.js';
const client = createClientWith({ listChannels });
export const ids = (async (): Promise<string[]> => {
  const all: string[] = [];
  for await (const channel of client.listChannels()) all.push((channel satisfies Channel).id);
  for await (const page of client.listChannels({ page: 'b' }).pages()) all.push(page.paging?.next ?? 'end' + (page satisfies Page).results.length);
  return all;
});
// @ts-expect-error TS2339: it has no others
export const none = client.addChannel;
export const added: Promise<undefined> = createClient().addChannel({ body: {} });
`,
  };
  expect(await typeErrors([...client, use])).toEqual([]);

  type Operation = (input?: object) => Promise<unknown> & AsyncIterable<{ readonly id: string }>;
  type Module = { createClient(options: object): Record<string, Operation> };
  const { createClient } = await importGenerated<Module>(client, 'index.js');
  const sent: string[] = [];
  const answers = [503, 204, 503, 204];
  const { listChannels, addChannel, touchChannels } = createClient({
    fetch: async (url: string, { method, body }: RequestInit) => {
      sent.push(`${method} ${new URL(url).search} ${body ?? ''}`.trimEnd());
      if (method !== 'GET') return new Response(null, { status: answers.shift() ?? 500 });
      return Response.json(
        url.includes('page=b')
          ? { results: [{ id: '3' }] }
          : { results: [{ id: '1' }, { id: '2' }], paging: { next: 'b' } },
      );
    },
  });
  const ids: string[] = [];
  for await (const { id } of listChannels?.() ?? []) ids.push(id);
  expect(ids).toEqual(['1', '2', '3']);
  await addChannel?.({ body: {} });
  await touchChannels?.();
  expect(sent).toEqual([
    'GET',
    'GET ?page=b',
    expect.stringMatching(/^POST {2}\{"key":"\d+-\d+"\}$/),
    sent[2],
    'PATCH',
    'PATCH',
  ]);
});
