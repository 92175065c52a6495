import { expect, test } from 'vitest';
import type { JsonObject } from './json.ts';
import { normaliseDocument } from './normalise.ts';

function normalise(document: JsonObject) {
  return normaliseDocument({
    root: { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, ...document },
    locate: (pointer) => ({ file: 'pets.yaml', pointer, line: 1 }),
  });
}

const OK: JsonObject = { '200': { description: 'OK' } };

test('operations come by path and method, with an id of their own', () => {
  const { model } = normalise({
    paths: {
      '/pets/{petId}': {
        get: { responses: OK },
        delete: { operationId: 'removePet', responses: OK },
      },
      '/pets': { post: { operationId: 'addPet', responses: OK } },
    },
  });
  expect(
    model?.operations.map(({ method, path, operationId }) => [method, path, operationId]),
  ).toEqual([
    ['post', '/pets', 'addPet'],
    ['get', '/pets/{petId}', 'getPetsByPetId'],
    ['delete', '/pets/{petId}', 'removePet'],
  ]);
});

test('parameters of the path item are shared, and an operation replaces them', () => {
  const { model } = normalise({
    paths: {
      '/pets/{petId}': {
        parameters: [
          { $ref: '#/components/parameters/PetId' },
          { name: 'q', in: 'query', schema: { type: 'string' } },
        ],
        get: {
          parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'integer' } }],
          responses: OK,
        },
      },
    },
    components: {
      parameters: {
        PetId: { name: 'petId', in: 'path', required: true, schema: { type: 'string' } },
      },
    },
  });
  const parameters = model?.operations[0]?.parameters.map(
    ({ name, required, style, explode, schema }) => ({
      name,
      required,
      style,
      explode,
      kind: schema.kind,
    }),
  );
  expect(parameters).toEqual([
    { name: 'petId', required: true, style: 'simple', explode: false, kind: 'string' },
    { name: 'q', required: true, style: 'form', explode: true, kind: 'number' },
  ]);
});

test('bodies, responses and headers are read through references', () => {
  const media = { 'application/json': { schema: { type: 'string' } } };
  const { model } = normalise({
    paths: {
      '/pets': {
        post: {
          operationId: 'addPet',
          requestBody: { $ref: '#/components/requestBodies/Pet' },
          responses: {
            default: { $ref: '#/components/responses/Failure' },
            '201': {
              description: 'Added',
              headers: { Location: { required: true, schema: { type: 'string' } } },
            },
          },
        },
      },
    },
    components: {
      requestBodies: { Pet: { required: true, content: media } },
      responses: { Failure: { description: 'Failure', content: media } },
    },
  });
  expect(model?.operations[0]).toMatchObject({
    requestBody: {
      required: true,
      content: [{ mediaType: 'application/json', schema: { kind: 'string' } }],
    },
    responses: [
      { status: '201', headers: [{ name: 'Location', required: true }], content: [] },
      {
        status: 'default',
        content: [
          {
            schema: {
              kind: 'string',
              at: { pointer: '/components/responses/Failure/content/application~1json/schema' },
            },
          },
        ],
      },
    ],
  });
});

test("an operation's security replaces the document's", () => {
  const { model } = normalise({
    security: [{ key: [] }],
    paths: { '/a': { get: { responses: OK } }, '/b': { get: { security: [], responses: OK } } },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'k' } } },
  });
  expect(model?.operations.map(({ security }) => security)).toEqual([[new Map([['key', []]])], []]);
  expect(model?.securitySchemes.get('key')).toMatchObject({
    kind: 'apiKey',
    in: 'query',
    name: 'k',
  });
});

test('server variables are filled with their defaults', () => {
  const { model } = normalise({
    servers: [{ url: 'https://{region}.example.com', variables: { region: { default: 'eu' } } }],
  });
  expect(model?.servers.map(({ url }) => url)).toEqual(['https://eu.example.com']);
});

test.each<[code: string, document: JsonObject, pointer: string]>([
  ['openapi-version', { openapi: '2.0' }, '/openapi'],
  [
    'operation-id-duplicate',
    {
      paths: {
        '/a': { get: { operationId: 'x', responses: OK } },
        '/b': { get: { operationId: 'x', responses: OK } },
      },
    },
    '/paths/~1b/get',
  ],
  [
    'parameter-invalid',
    { paths: { '/a': { get: { parameters: [{ name: 'x' }], responses: OK } } } },
    '/paths/~1a/get/parameters/0',
  ],
  [
    'ref-unresolved',
    { paths: { '/a': { get: { responses: { '200': { $ref: '#/components/responses/None' } } } } } },
    '/paths/~1a/get/responses/200',
  ],
  [
    'security-scheme-invalid',
    { components: { securitySchemes: { key: { type: 'magic' } } } },
    '/components/securitySchemes/key',
  ],
])('%s is an error, and there is no model', (code, document, pointer) => {
  const { model, diagnostics } = normalise(document);
  expect(diagnostics).toMatchObject([{ code, severity: 'error', at: { pointer } }]);
  expect(model).toBeUndefined();
});

test.each(['3.0.3', '3.1.1', '3.2.0'])('OpenAPI %s is read', (openapi) => {
  const { model, diagnostics } = normalise({
    openapi,
    paths: { '/a': { get: { responses: OK } } },
  });
  expect(diagnostics).toEqual([]);
  expect(model?.operations).toHaveLength(1);
});

test('operations of OpenAPI 3.2: query is read, methods of its own are named and left out', () => {
  const { model, diagnostics } = normalise({
    openapi: '3.2.0',
    paths: {
      '/a': { query: { responses: OK }, additionalOperations: { COPY: { responses: OK } } },
    },
  });
  expect(model?.operations.map(({ method }) => method)).toEqual(['query']);
  expect(diagnostics).toMatchObject([
    {
      code: 'additional-operations',
      severity: 'warning',
      at: { pointer: '/paths/~1a/additionalOperations' },
    },
  ]);
});

test('ids that are derived make way for each other, and for those that are there', () => {
  const { model, diagnostics } = normalise({
    paths: {
      '/users': { get: { responses: OK } },
      '/users/': { get: { responses: OK } },
      '/users//': { get: { operationId: 'getUsers2', responses: OK } },
    },
  });
  expect(diagnostics).toEqual([]);
  expect(model?.operations.map(({ path, operationId }) => [path, operationId])).toEqual([
    ['/users', 'getUsers'],
    ['/users/', 'getUsers3'],
    ['/users//', 'getUsers2'],
  ]);
});

test('what the path has a place for and nobody declares is a string', () => {
  const { model, diagnostics } = normalise({
    paths: {
      '/a/{x}/{y}/{z}/{y}': {
        parameters: [{ $ref: '#/components/parameters/X' }],
        get: { parameters: [{ name: 'z', in: 'path', schema: {} }], responses: OK },
      },
    },
    components: { parameters: { X: { name: 'x', in: 'path', schema: {} } } },
  });
  expect(diagnostics).toMatchObject([
    {
      code: 'parameter-undeclared',
      severity: 'warning',
      at: { pointer: '/paths/~1a~1{x}~1{y}~1{z}~1{y}/get' },
    },
  ]);
  expect(model?.operations[0]?.parameters.map(({ name, schema }) => [name, schema.kind])).toEqual([
    ['x', 'any'],
    ['y', 'string'],
    ['z', 'any'],
  ]);
});
