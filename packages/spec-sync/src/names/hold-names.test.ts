import { readFileSync } from 'node:fs';
import { digestMeaning, parseSource, type JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { holdNames, lockNames } from './hold-names.ts';

const LIST: JsonObject = { type: 'object', properties: { category: { type: 'string' } } };
const SINGLE: JsonObject = { type: 'object', properties: { status: { type: 'integer' } } };

function answer(schema: string | JsonObject): JsonObject {
  const content = typeof schema === 'string' ? ref(schema) : schema;
  return { 200: { description: 'Done.', content: { 'application/json': { schema: content } } } };
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A document in which `GET /<name>` answers with what is given. */
function api(answers: Record<string, string | JsonObject>, schemas: JsonObject): JsonObject {
  const paths = Object.entries(answers).map(([name, schema]) => [
    `/${name}`,
    { get: { operationId: `get_${name}`, responses: answer(schema) } },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Errors', version: '1' },
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
}

function hold(before: JsonObject, ...after: readonly JsonObject[]): JsonObject {
  let lock = lockNames(before);
  let root = before;
  for (const next of after) ({ root, lock } = holdNames(next, lock));
  return root;
}

test('two schemas that exchange their names get them back', () => {
  const before = api(
    { a: 'StandardError', b: 'StandardError_1' },
    { StandardError: LIST, StandardError_1: SINGLE },
  );
  const flipped = api(
    { a: 'StandardError_1', b: 'StandardError' },
    { StandardError: SINGLE, StandardError_1: LIST },
  );
  const held = holdNames(flipped, lockNames(before));
  expect(held.root).toEqual(before);
  expect(held.renamed).toEqual([
    { kind: 'schemas', from: 'StandardError', to: 'StandardError_1' },
    { kind: 'schemas', from: 'StandardError_1', to: 'StandardError' },
  ]);
});

test('a schema that is lost while names flip has its name again once it is back', () => {
  const before = api(
    { a: 'StandardError', b: 'StandardError_1' },
    { StandardError: LIST, StandardError_1: SINGLE },
  );
  const without = api({ b: 'StandardError' }, { StandardError: SINGLE });
  const back = api(
    { a: 'StandardError_7', b: 'StandardError' },
    { StandardError: SINGLE, StandardError_7: LIST },
  );
  expect(hold(before, without)).toEqual(api({ b: 'StandardError_1' }, { StandardError_1: SINGLE }));
  expect(hold(before, without, back)).toEqual(before);
});

test('a schema that changed keeps its name where name and use stayed', () => {
  const before = api({ a: 'Pet' }, { Pet: LIST, Other: SINGLE });
  const after = api({ a: 'Pet' }, { Pet: { type: 'string' }, Other: SINGLE });
  expect(holdNames(after, lockNames(before)).root).toBe(after);
});

test('a schema that changed, and its name with it, keeps the name where every use stayed', () => {
  const before = api({ a: 'Pet', b: 'Pet' }, { Pet: LIST });
  const after = api({ a: 'PetV2', b: 'PetV2', c: 'PetV2' }, { PetV2: { type: 'string' } });
  expect(hold(before, after)).toEqual(
    api({ a: 'Pet', b: 'Pet', c: 'Pet' }, { Pet: { type: 'string' } }),
  );
});

test('one schema in the place of two is new', () => {
  const before = api({ a: 'Cat', b: 'Dog' }, { Cat: LIST, Dog: SINGLE });
  const after = api({ a: 'Animal', b: 'Animal' }, { Animal: { type: 'string' } });
  expect(hold(before, after)).toBe(after);
});

test('another variant of a union is new, and a variant that moved is not', () => {
  const union = (...names: string[]): JsonObject => ({ oneOf: names.map(ref) });
  const before = api({ a: union('Cat', 'Dog') }, { Cat: LIST, Dog: SINGLE });
  const replaced = api({ a: union('Cat', 'Fish') }, { Cat: LIST, Fish: { type: 'string' } });
  expect(hold(before, replaced)).toBe(replaced);
  const moved = api(
    { a: union('Fish', 'Dog_1', 'Cat_1') },
    { Cat_1: LIST, Dog_1: SINGLE, Fish: { type: 'string' } },
  );
  expect(hold(before, moved)).toEqual(
    api({ a: union('Fish', 'Dog', 'Cat') }, { Cat: LIST, Dog: SINGLE, Fish: { type: 'string' } }),
  );
});

test('a new schema does not take the name of one that is gone, but may have it', () => {
  const before = api({ a: 'Phone' }, { Phone: { type: 'string' } });
  const after = api({ b: 'Email' }, { Email: { type: 'string' } });
  expect(hold(before, after)).toBe(after);
  const reused = api({ c: 'Phone' }, { Phone: SINGLE });
  expect(hold(before, after, reused)).toBe(reused);
});

test('a new schema with a pinned name gets a number, and keeps it', () => {
  const before = api({ a: 'Pet' }, { Pet: LIST });
  const after = api({ a: 'Pet_1', b: 'Pet' }, { Pet: SINGLE, Pet_1: LIST });
  const held = api({ a: 'Pet', b: 'Pet_2' }, { Pet_2: SINGLE, Pet: LIST });
  expect(hold(before, after)).toEqual(held);
  expect(hold(before, after, after)).toEqual(held);
});

test('twins are told apart by what uses them, and else by their names', () => {
  const twins = (a: string, b: string, c: string): JsonObject =>
    api({ a, b: { type: 'array', items: ref(b) } }, { [a]: LIST, [b]: LIST, [c]: LIST });
  expect(hold(twins('A', 'B', 'C'), twins('B', 'C', 'A'))).toEqual(twins('A', 'B', 'C'));
  const unused = api({}, { A: LIST, B: LIST, C: LIST });
  const renamed = api({}, { A: LIST, X: LIST, C: LIST });
  expect(hold(unused, renamed)).toEqual(api({}, { A: LIST, B: LIST, C: LIST }));
});

test('schemas that refer to each other in a ring are found by the ring', () => {
  const ring = (a: string, b: string): JsonObject =>
    api(
      {},
      {
        [a]: { properties: { next: ref(b), leaf: { type: 'string' } } },
        [b]: { properties: { next: ref(a) } },
      },
    );
  expect(hold(ring('Node', 'Edge'), ring('Edge', 'Node'))).toEqual(ring('Node', 'Edge'));
});

test('prose, vendor extensions and order are no part of the structure', () => {
  const before = api({}, { Pet: { type: 'object', required: ['a', 'b'], title: 'Pet' } });
  const after = api(
    {},
    { Animal: { 'x-owner': 'team', required: ['b', 'a'], description: 'New.', type: 'object' } },
  );
  expect(holdNames(after, lockNames(before)).renamed).toEqual([
    { kind: 'schemas', from: 'Animal', to: 'Pet' },
  ]);
});

test('an operation keeps its id, a new one takes what is free', () => {
  const operation = (operationId: string): JsonObject => ({ operationId, responses: {} });
  const before: JsonObject = { paths: { '/pets/{id}': { get: operation('getPet') } } };
  const after: JsonObject = {
    paths: {
      '/pets/{id}': { get: operation('getPet_archive') },
      '/v2/pets/{id}': { get: operation('getPet') },
    },
  };
  expect(hold(before, after)).toEqual({
    paths: {
      '/pets/{id}': { get: operation('getPet') },
      '/v2/pets/{id}': { get: operation('getPet_2') },
    },
  });
});

test('an operation that moved takes its id along', () => {
  const at = (path: string): JsonObject => ({
    paths: { [path]: { get: { operationId: 'listPets', responses: {} } } },
  });
  expect(hold(at('/pets/'), at('/pets'))).toEqual(at('/pets'));
  expect(hold(at('/pets/'), at('/pets'), at('/pets/'))).toEqual(at('/pets/'));
});

test('an operation that loses its id gets it back', () => {
  const before: JsonObject = { paths: { '/pets': { get: { operationId: 'listPets' } } } };
  const after: JsonObject = { paths: { '/pets': { get: { summary: 'Pets' } } } };
  const { root, renamed } = holdNames(after, lockNames(before));
  expect(root).toEqual({
    paths: { '/pets': { get: { summary: 'Pets', operationId: 'listPets' } } },
  });
  expect(renamed).toEqual([{ kind: 'operations', from: '', to: 'listPets' }]);
});

test('operations of webhooks, callbacks and shared path items keep their ids', () => {
  const document = (suffix: string): JsonObject => ({
    webhooks: { newPet: { post: { operationId: `onPet${suffix}` } } },
    paths: {
      '/subscribe': {
        post: {
          operationId: `subscribe${suffix}`,
          callbacks: {
            onEvent: { '{$request.body#/url}': { post: { operationId: `on${suffix}` } } },
          },
        },
      },
      '/shared': { $ref: '#/components/pathItems/Shared' },
    },
    components: { pathItems: { Shared: { get: { operationId: `getShared${suffix}` } } } },
  });
  expect(hold(document(''), document('_1'))).toEqual(document(''));
});

test('path parameters keep their names, in links and callbacks too', () => {
  const document = (id: string): JsonObject => ({
    paths: {
      [`/channels/{${id}}`]: {
        parameters: [{ name: id, in: 'path', required: true }],
        get: {
          operationId: 'getChannel',
          parameters: [{ name: 'id', in: 'query' }],
          callbacks: { onEvent: { [`{$request.path.${id}}/done`]: {} } },
          responses: { 200: { links: { self: { $ref: '#/components/links/Self' } } } },
        },
      },
    },
    components: {
      links: {
        Self: {
          operationId: 'getChannel',
          parameters: { [id]: `$request.path.${id}`, [`path.${id}`]: '$response.body#/id' },
        },
        ByRef: { operationRef: `#/paths/~1channels~1{${id}}/get` },
      },
    },
  });
  expect(hold(document('channelId'), document('id'))).toEqual(document('channelId'));
});

test('paths that come to share one parameter keep the names that they share', () => {
  const path = (name: string, parameter: JsonObject): [string, JsonObject] => [
    `/${name}`,
    { parameters: [parameter], get: { responses: {} } },
  ];
  const before: JsonObject = {
    paths: Object.fromEntries([
      path('a/{aId}', { name: 'aId', in: 'path' }),
      path('b/{bId}', { name: 'bId', in: 'path' }),
    ]),
  };
  const shared = { $ref: '#/components/parameters/Id' };
  const after: JsonObject = {
    paths: Object.fromEntries([path('a/{id}', shared), path('b/{id}', shared)]),
    components: { parameters: { Id: { name: 'id', in: 'path' } } },
  };
  const held = holdNames(after, lockNames(before));
  expect(held.root).toBe(after);
  expect(held.renamed).toEqual([]);
});

test('tags in another language have their names back', () => {
  const document = (messages: string, pets: string): JsonObject => ({
    tags: [{ name: messages }, { name: pets, parent: messages }],
    paths: {
      '/a': {
        get: { operationId: 'a', tags: [messages] },
        put: { operationId: 'b', tags: [pets] },
      },
      '/b': { get: { operationId: 'c', tags: [messages, pets] } },
    },
  });
  expect(hold(document('Messages', 'Pets'), document('Mensajes', 'Mascotas'))).toEqual(
    document('Messages', 'Pets'),
  );
  expect(hold(document('Messages', 'Pets'), document('Pets', 'Messages'))).toEqual(
    document('Messages', 'Pets'),
  );
});

test('responses, parameters, request bodies, headers and security schemes keep their names', () => {
  const document = (suffix: string): JsonObject => ({
    security: [{ [`key${suffix}`]: [] }],
    paths: {
      '/pets/{id}': {
        parameters: [{ $ref: `#/components/parameters/Id${suffix}` }],
        post: {
          operationId: 'post',
          security: [{ [`oauth${suffix}`]: ['read'] }],
          parameters: [{ $ref: `#/components/parameters/Limit${suffix}` }],
          requestBody: { $ref: `#/components/requestBodies/Pet${suffix}` },
          responses: { 200: { $ref: `#/components/responses/Pet${suffix}` } },
        },
      },
    },
    components: {
      parameters: {
        [`Id${suffix}`]: { name: 'id', in: 'path', required: true },
        [`Limit${suffix}`]: { name: 'limit', in: 'query' },
      },
      requestBodies: { [`Pet${suffix}`]: { content: {} } },
      responses: {
        [`Pet${suffix}`]: { headers: { Limit: { $ref: `#/components/headers/Rate${suffix}` } } },
      },
      headers: { [`Rate${suffix}`]: { schema: { type: 'integer' } } },
      securitySchemes: {
        [`key${suffix}`]: { type: 'apiKey', in: 'header', name: 'key' },
        [`oauth${suffix}`]: { type: 'oauth2', flows: {} },
      },
    },
  });
  expect(hold(document(''), document('_1'))).toEqual(document(''));
});

test('a lock survives its trip through YAML', () => {
  const lock = lockNames(api({ a: 'Pet' }, { Pet: LIST, ...JSON.parse('{"__proto__":{}}') }));
  expect(parse(stringify(lock))).toEqual(lock);
});

test('no more than a hundred names of one kind are kept for what is gone', () => {
  const answers = Array.from({ length: 250 }, (_, index) => [`a${index}`, `Pet${index}`]);
  const full = api(
    Object.fromEntries(answers),
    Object.fromEntries(answers.map(([, name]) => [name, LIST])),
  );
  const { lock } = holdNames(api({}, {}), lockNames(full));
  expect(Object.keys(lock.components['schemas'] ?? {})).toHaveLength(100);
  expect(Object.keys(lock.operations)).toHaveLength(100);
});

test.each(['v3', '2026-03'])(
  'the spec of %s comes back whole after a flip of every schema',
  (id) => {
    const file = new URL(`../../../../specs/${id}/custom-channels.yaml`, import.meta.url);
    const root = parseSource(readFileSync(file, 'utf8'), id).source?.root as JsonObject;
    const names = Object.keys((root['components'] as { schemas: JsonObject }).schemas);
    // Each takes the name of the next: what a careless lock would follow.
    const flipped = JSON.stringify(root).replaceAll(
      /(?<=#\/components\/schemas\/)\w+/g,
      (name) => names[(names.indexOf(name) + 1) % names.length] ?? name,
    );
    const upstream = JSON.parse(flipped) as { components: { schemas: JsonObject } } & JsonObject;
    const schemas = Object.entries(upstream.components.schemas).map(([name, schema]) => [
      names[(names.indexOf(name) + 1) % names.length],
      schema,
    ]);
    const renamed = {
      ...upstream,
      components: { ...upstream.components, schemas: Object.fromEntries(schemas) },
    };
    expect(digestMeaning(renamed)).not.toBe(digestMeaning(root));
    expect(digestMeaning(holdNames(renamed, lockNames(root)).root)).toBe(digestMeaning(root));
  },
);
