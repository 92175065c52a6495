import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import type { Mapped } from '@apipin/compat-runtime';
import { expect, test } from 'vitest';
import { compatFilesOf } from '../../test/compat.ts';
import { importGenerated, typeErrors } from '../../test/compile.ts';
import { documentOf, specOf } from '../../test/generate-from.ts';
import { generateClient } from '../generate.ts';

type MapValue = (value: unknown) => Mapped<unknown>;

interface Compat {
  readonly components: Readonly<
    Record<
      string,
      { readonly names: object; readonly upgrade: MapValue; readonly downgrade: MapValue }
    >
  >;
  readonly operations: Readonly<
    Record<string, { readonly upgradeRequest: MapValue; readonly upgradeResponse: MapValue }>
  >;
  readonly loneOperations: object;
}

function compatOf(old: JsonObject, current: JsonObject): Promise<Compat> {
  return compatFilesOf(old, current).then((files) =>
    importGenerated<Compat>(files, 'compat/index.js'),
  );
}

/** A document whose one operation takes and answers with a `Thing`. */
function thing(schema: JsonValue, others: JsonObject = {}): JsonObject {
  const content = { 'application/json': { schema: ref('Thing') } };
  const operation = {
    operationId: 'putThing',
    requestBody: { required: true, content },
    responses: { '200': { description: '', content } },
  };
  return { ...documentOf({ Thing: schema, ...others }), paths: { '/thing': { put: operation } } };
}

const text = { type: 'string' };
const nothing = { type: 'null' };
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

test.each<[title: string, old: JsonObject, current: JsonObject, value: unknown, want: unknown]>([
  [
    'a property, where it is there',
    thing(object({ a: text, b: text })),
    thing(object({ a: nothing, b: text })),
    { a: 'x', b: 'x', c: 'x' },
    { a: 'up x', b: 'x', c: 'x' },
  ],
  [
    'no property that is not there',
    thing(object({ a: text })),
    thing(object({ a: nothing })),
    {},
    {},
  ],
  [
    'presence, where nothing is',
    thing(object({ a: text })),
    thing(object({ a: text }, { required: ['a'] })),
    {},
    { a: 'up made' },
  ],
  [
    'presence, where something is to go',
    thing(object({ a: text }, { required: ['a'] })),
    thing(object({})),
    { a: 'drop', b: 1 },
    { b: 1 },
  ],
  [
    'what is deep inside',
    thing(object({ a: object({ b: list(list(object({ c: text }))) }) })),
    thing(object({ a: object({ b: list(list(object({ c: nothing }))) }) })),
    { a: { b: [[{ c: 'x' }], [], 'x'] } },
    { a: { b: [[{ c: 'up x' }], [], 'x'] } },
  ],
  [
    'the members of a map, but not what it names',
    thing(object({ a: text }, { additionalProperties: text })),
    thing(object({ a: text }, { additionalProperties: nothing })),
    { a: 'x', b: 'x', c: 'drop' },
    { a: 'x', b: 'up x' },
  ],
  [
    'what leads back to itself',
    thing(object({ a: text, things: list(ref('Thing')) })),
    thing(object({ a: nothing, things: list(ref('Thing')) })),
    { a: 'x', things: [{ things: [{ a: 'y' }] }] },
    { a: 'up x', things: [{ things: [{ a: 'up y' }] }] },
  ],
  [
    'an object beside null',
    thing({ anyOf: [object({ a: text }), nothing] }),
    thing({ anyOf: [object({ a: nothing }), nothing] }),
    { a: 'x' },
    { a: 'up x' },
  ],
  [
    'every part of allOf',
    thing({ allOf: [ref('Base'), object({ a: text })] }, { Base: object({ b: text }) }),
    thing({ allOf: [ref('Base'), object({ a: nothing })] }, { Base: object({ b: nothing }) }),
    { a: 'x', b: 'x' },
    { a: 'up x', b: 'up x' },
  ],
  ['a whole', thing(list(text)), thing(list(nothing)), ['x', 'drop', 'y'], ['up x', 'up y']],
  [
    'names that every object inherits something under',
    thing(object({ constructor: text, toString: object({ valueOf: text }) })),
    thing(object({ constructor: nothing, toString: object({ valueOf: nothing }) })),
    { toString: { valueOf: 'x' } },
    { toString: { valueOf: 'up x' } },
  ],
  [
    'names that are no identifiers, and no tokens of pointers',
    thing(object({ 'a/b~c': text, '"': text, '': text, class: text, value: text })),
    thing(object({ 'a/b~c': nothing, '"': nothing, '': nothing, class: nothing, value: nothing })),
    { 'a/b~c': 'x', '"': 'x', '': 'x', class: 'x', value: 'x' },
    { 'a/b~c': 'up x', '"': 'up x', '': 'up x', class: 'up x', value: 'up x' },
  ],
])('%s is mapped', async (_title, old, current, value, want) => {
  const { operations } = await compatOf(old, current);

  const mapped = operations['putThing']!.upgradeResponse({ status: 200, body: value });

  expect(mapped.value).toEqual({ status: 200, body: want });
});

test.each([null, 'x', 7, [], [[]]])('%j is no object, and kept', async (value) => {
  const { components } = await compatOf(
    thing(object({ a: text }, { additionalProperties: text })),
    thing(object({ a: nothing }, { additionalProperties: nothing })),
  );

  expect(components['Thing']!.upgrade(value).value).toBe(value);
});

test('each variant is mapped as its tag says', async () => {
  const union = {
    oneOf: [ref('Cat'), ref('Dog')],
    discriminator: {
      propertyName: 'kind',
      mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
    },
  };
  const variant = (kind: string, schema: JsonObject): JsonObject =>
    object({ kind: { enum: [kind] }, a: schema }, { required: ['kind'] });
  const { components } = await compatOf(
    thing(object({ pets: list(union) }), { Cat: variant('cat', text), Dog: variant('dog', text) }),
    thing(object({ pets: list(union) }), {
      Cat: variant('cat', nothing),
      Dog: variant('dog', text),
    }),
  );
  const pets = [{ kind: 'cat', a: 'x' }, { kind: 'dog', a: 'x' }, { kind: 'fox', a: 'x' }, null];

  expect(components['Thing']!.upgrade({ pets }).value).toEqual({
    pets: [{ kind: 'cat', a: 'up x' }, ...pets.slice(1)],
  });
});

test('presence is decided on what is inside as the current version has it, both ways', async () => {
  const { components } = await compatOf(
    thing(object({ part: ref('Part') }, { required: ['part'] }), { Part: object({ a: text }) }),
    thing(object({ part: ref('Part') }), { Part: object({ a: nothing }) }),
  );

  const upgraded = components['Thing']!.upgrade({ part: { a: 'x' } }).value;

  expect(upgraded).toEqual({ part: { a: 'up x', up: true } });
  expect(components['Thing']!.downgrade(upgraded).value).toEqual({
    part: { a: 'down up x', up: true, down: true },
  });
});

test('components of other names are told by what each version calls them', async () => {
  const { components } = await compatOf(
    thing(object({ part: ref('OldPart') }), { OldPart: object({ a: text }) }),
    thing(object({ part: ref('Part') }), { Part: object({ a: nothing }) }),
  );

  expect(components['Part']!.names).toEqual({ old: 'OldPart', current: 'Part' });
});

test('a query is mapped by its lists', async () => {
  const calling = (schema: JsonObject): JsonObject => ({
    ...documentOf({}),
    paths: {
      '/': {
        get: {
          operationId: 'act',
          parameters: [{ name: 'q', in: 'query', schema }],
          responses: { '204': { description: '' } },
        },
      },
    },
  });
  const { operations } = await compatOf(calling(list(text)), calling(list({ enum: ['x'] })));

  const { value } = operations['act']!.upgradeRequest({ query: { q: ['x', 'drop'], p: ['x'] } });

  expect(value).toEqual({ query: { q: ['up x'], p: ['x'] } });
});

test('operations that one version alone has are listed, with where they are', async () => {
  const doing = (...ids: string[]): JsonObject => ({
    ...documentOf({}),
    paths: Object.fromEntries(
      ids.map((operationId) => [
        `/${operationId}`,
        { get: { operationId, responses: { '204': { description: '' } } } },
      ]),
    ),
  });

  const { operations, loneOperations } = await compatOf(doing('a', 'b'), doing('b', 'c'));

  expect(Object.keys(operations)).toEqual(['b']);
  expect(loneOperations).toEqual({
    old: { a: { method: 'GET', path: '/a' } },
    current: { c: { method: 'GET', path: '/c' } },
  });
});

test('links in answers are mapped, although both versions have them alike', async () => {
  const page = object({
    next: object({ link: text, url: text }),
    items: list(object({ href: text })),
  });
  const files = await compatFilesOf(thing(page), thing(page));
  const mappings = await importGenerated<{
    mapThingLinks: (value: unknown, context: object) => unknown;
  }>(files, 'compat/mappings.js');
  const context = { findings: [], mapLink: (link: string) => `mapped ${link}` };
  const value = { next: { link: 'a', url: 'a' }, items: [{ href: 'b' }, { href: 7 }] };

  expect(mappings.mapThingLinks(value, context)).toEqual({
    next: { link: 'mapped a', url: 'a' },
    items: [{ href: 'mapped b' }, { href: 7 }],
  });
});

test('what is emitted compiles, beside the clients whose types it uses', async () => {
  const old = thing(object({ a: ref('Part'), 'b-c': list(text) }), { Part: object({ x: text }) });
  const current = thing(object({ a: ref('Part'), 'b-c': list(nothing), d: ref('Part') }), {
    Part: object({ x: { type: 'integer', format: 'int64' } }, { required: ['x'] }),
  });
  const clients = await Promise.all(
    [old, current].map(async (root, index) => {
      const files = await generateClient(specOf(root));
      const folder = index === 0 ? 'old' : 'current';
      return files.map(({ path, contents }) => ({ path: `${folder}/${path}`, contents }));
    }),
  );

  const files = [...(await compatFilesOf(old, current)), ...clients.flat()];

  expect(await typeErrors(files)).toEqual([]);
});

test('the same meaning gives the same bytes', async () => {
  const old = thing(object({ a: text, b: list(text) }, { required: ['b', 'a'] }));
  const reordered = thing({
    required: ['a', 'b'],
    properties: { b: list(text), a: text },
    type: 'object',
  });
  const current = thing(object({ a: nothing }));

  expect(await compatFilesOf(reordered, current)).toEqual(await compatFilesOf(old, current));
});
