import { generateClient } from '@apipin/codegen';
import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { boats, type BoatChoices } from '../../test/boats.ts';
import { specOf } from '../../test/spec-of.ts';
import { compareDeclarations } from './compare-declarations.ts';
import type { DeclarationDiff } from './declaration-diff.ts';

async function compare(old: JsonObject, current: JsonObject): Promise<DeclarationDiff> {
  return compareDeclarations(
    await generateClient(specOf(old)),
    await generateClient(specOf(current)),
  );
}

/** The bump, and what breaks or else what is new. */
async function told(old: JsonObject, current: JsonObject): Promise<string[]> {
  const { bump, changes } = await compare(old, current);
  return [bump, ...changes.map(({ name, message }) => `${name} ${message}`)];
}

const TEXT = { type: 'string' };
const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  properties,
  required,
});

interface Case {
  readonly what: string;
  readonly old: BoatChoices;
  readonly current: BoatChoices;
  readonly want: readonly string[];
}

test.each<Case>([
  {
    what: 'words are nobody’s types',
    old: {},
    current: { description: "It's /* another */ // text" },
    want: ['none'],
  },
  {
    what: 'a response may be null now',
    old: { received: TEXT },
    current: { received: { type: ['string', 'null'] } },
    want: ['major', 'Boat.received may be null now'],
  },
  {
    what: 'a request may be null now',
    old: { sent: TEXT },
    current: { sent: { type: ['string', 'null'] } },
    want: ['minor', 'BoatInput says something else, which code that compiled does not mind'],
  },
  {
    what: 'a response has a property less, though it was optional',
    old: { received: object({ a: TEXT, b: TEXT }) },
    current: { received: object({ a: TEXT }) },
    want: ['major', 'Boat.received.b is gone'],
  },
  {
    what: 'a request takes a property less, though it was optional',
    old: { sent: object({ a: TEXT, b: TEXT }) },
    current: { sent: object({ a: TEXT }) },
    want: ['major', 'BoatInput.sent.b is not taken any more'],
  },
  {
    what: 'a response need not have a property',
    old: { received: object({ a: TEXT }, 'a') },
    current: { received: object({ a: TEXT }) },
    want: ['major', 'Boat.received.a may be absent now'],
  },
  {
    what: 'a request has to have a property',
    old: { sent: object({ a: TEXT }) },
    current: { sent: object({ a: TEXT }, 'a') },
    want: ['major', 'BoatInput.sent.a is required now'],
  },
  {
    what: 'a response has a property more',
    old: { received: object({ a: TEXT }) },
    current: { received: object({ a: TEXT, b: TEXT }, 'b') },
    want: ['minor', 'Boat says something else, which code that compiled does not mind'],
  },
  {
    what: 'a response has a new value',
    old: { received: { enum: ['A', 'B'] } },
    current: { received: { enum: ['A', 'B', 'C'] } },
    want: ['major', 'Boat.received may be "C" now'],
  },
  {
    what: 'a response has a value less, which code compares with',
    old: { received: { enum: ['A', 'B'] } },
    current: { received: { enum: ['A'] } },
    want: ['major', 'Boat.received has no "B" any more'],
  },
  {
    what: 'a request takes a new value',
    old: { sent: { enum: ['A', 'B'] } },
    current: { sent: { enum: ['A', 'B', 'C'] } },
    want: ['minor', 'BoatInput says something else, which code that compiled does not mind'],
  },
  {
    what: 'a response is of one listed value only, and code compares it with others',
    old: { received: TEXT },
    current: { received: { enum: ['A', 'B'] } },
    want: ['major', 'Boat.received was string, is "A" | "B"'],
  },
  {
    what: 'an integer is large, which programs can register for',
    old: { received: { type: 'integer' } },
    current: { received: { type: 'integer', format: 'int64' } },
    want: ['major', 'Boat.received was number, is Int64'],
  },
  {
    what: 'a union of objects has another member',
    old: { received: { oneOf: [object({ a: TEXT }, 'a'), object({ b: TEXT }, 'b')] } },
    current: {
      received: {
        oneOf: [object({ a: TEXT }, 'a'), object({ b: TEXT }, 'b'), object({ c: TEXT }, 'c')],
      },
    },
    want: [
      'major',
      'Boat.received was { a: string; } | { b: string; }, is { a: string; } | { b: string; } | { c: string; }',
    ],
  },
  {
    what: 'members of a union are in another order, and one has a property more',
    old: { received: { oneOf: [object({ a: TEXT }, 'a'), object({ b: TEXT }, 'b')] } },
    current: {
      received: { oneOf: [object({ b: TEXT }, 'b'), object({ a: TEXT, x: TEXT }, 'a')] },
    },
    want: ['minor', 'Boat says something else, which code that compiled does not mind'],
  },
  {
    what: 'an object with any names has listed ones',
    old: { received: { type: 'object', additionalProperties: TEXT } },
    current: { received: object({ a: TEXT }) },
    want: ['major', 'Boat.received[key] has listed names only'],
  },
  {
    what: 'names may be anything',
    old: { received: object({ __proto__x: TEXT, "a'b": TEXT, '*/': TEXT }) },
    current: { received: object({ __proto__x: TEXT, "a'b": TEXT, '*/': { type: 'number' } }) },
    want: ['major', 'Boat.received["*/"] was string | undefined, is number | undefined'],
  },
  {
    what: 'an operation is asked at another path',
    old: {},
    current: { path: '/ships' },
    want: ['major', 'raw.POST("/boats") is gone'],
  },
  {
    what: 'what was received and sent back does not fit any more',
    old: {
      received: object({ name: TEXT, state: { type: 'number' } }, 'name', 'state'),
      sent: object({ name: TEXT }),
    },
    current: {
      received: object({ name: TEXT, state: { type: 'number' } }, 'name', 'state'),
      sent: object({ name: TEXT, state: TEXT }),
    },
    want: [
      'major',
      '{ name: string; state: number; } cannot be sent as { name?: string; } any more',
      'BoatInput says something else, which code that compiled does not mind',
    ],
  },
])('$what', async ({ old, current, want }) => {
  expect(await told(boats(old), boats(current))).toEqual(want);
});

test('a renamed type is another type to whoever imports it', async () => {
  const text = JSON.stringify(boats({})).replaceAll(/(\/|")Boat"/g, '$1Ship"');
  expect(await told(boats({}), JSON.parse(text) as JsonObject)).toEqual([
    'major',
    'Boat is called Ship now',
    'Ship is new',
  ]);
});

test('a component is judged by the ways its values travel in, and by both where nobody says', async () => {
  const document = (...required: string[]) => {
    const node = object({ a: TEXT }, ...required);
    const { components, ...root } = boats({
      sent: { $ref: '#/components/schemas/Sent' },
      received: { type: 'array', items: { $ref: '#/components/schemas/Received' } },
    });
    const schemas = { ...(components as { schemas: JsonObject }).schemas };
    return {
      ...root,
      components: { schemas: { ...schemas, Sent: node, Received: node, Idle: node } },
    };
  };
  const breaks = async (old: JsonObject, current: JsonObject) =>
    (await compare(old, current)).changes
      .filter(({ bump }) => bump === 'major')
      .map(({ name, message }) => `${name} ${message}`);

  expect(await breaks(document(), document('a'))).toEqual([
    'Idle.a is required now',
    'Sent.a is required now',
  ]);
  expect(await breaks(document('a'), document())).toEqual([
    'Idle.a may be absent now',
    'Received.a may be absent now',
  ]);
});

test('a component that a request asks more of than it says itself is still one of a request', async () => {
  const document = (...kinds: string[]) => {
    const ref = { $ref: '#/components/schemas/Base' };
    const { components, ...root } = boats({ sent: { allOf: [ref], required: ['kind'] } });
    const { schemas } = components as { schemas: JsonObject };
    return {
      ...root,
      components: { schemas: { ...schemas, Base: object({ kind: { enum: kinds } }) } },
    };
  };
  expect(await told(document('A'), document('A', 'B'))).toEqual([
    'minor',
    'Base says something else, which code that compiled does not mind',
  ]);
});

test('a type that has a name is told by what it was and is', async () => {
  const document = (...names: string[]) => {
    const pets = names.map((name) => [name, object({ name: { const: name } }, 'name')]);
    const Pet = { oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
    const { components, ...root } = boats({ received: { $ref: '#/components/schemas/Pet' } });
    const { schemas } = components as { schemas: JsonObject };
    return { ...root, components: { schemas: { ...schemas, Pet, ...Object.fromEntries(pets) } } };
  };
  expect(await told(document('Cat', 'Dog'), document('Bird', 'Cat', 'Dog'))).toEqual([
    'major',
    'Boat.received was Cat | Dog, is Bird | Cat | Dog',
    'Pet was Cat | Dog, is Bird | Cat | Dog',
    'Bird is new',
  ]);
});

test('a type that leads back to itself is compared once', async () => {
  const document = (value: JsonObject) => {
    const { components, ...root } = boats({ received: { $ref: '#/components/schemas/Tree' } });
    const { schemas } = components as { schemas: JsonObject };
    const self = { $ref: '#/components/schemas/Tree' };
    const Tree = object({ left: self, list: { type: 'array', items: self }, value });
    return { ...root, components: { schemas: { ...schemas, Tree } } };
  };
  expect(await told(document(TEXT), document({ type: 'boolean' }))).toEqual([
    'major',
    'Tree.value was string | undefined, is boolean | undefined',
  ]);
});

const pages = (paging: JsonObject | undefined, id: JsonObject): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Boats', version: '1' },
  paths: {
    '/boats': {
      get: {
        operationId: 'listBoats',
        ...(paging && { 'x-apipin-paging': paging }),
        parameters: [{ name: 'after', in: 'query', schema: TEXT }],
        responses: {
          '200': {
            description: 'A page',
            content: {
              'application/json': {
                schema: object({ next: TEXT, boats: { type: 'array', items: object({ id }) } }),
              },
            },
          },
        },
      },
    },
  },
});
const paging = { cursor: 'after', next: '/next', items: '/boats' };

test('a list that can no longer be iterated over breaks code, one that now can does not', async () => {
  const subject = 'for await (… of listBoats())';
  const [paged, plain] = [pages(paging, TEXT), pages(undefined, TEXT)];
  expect(await told(paged, paged)).toEqual(['none']);
  expect(await told(paged, plain)).toEqual(['major', `${subject} is gone`]);
  expect(await told(plain, paged)).toEqual(['minor', `${subject} is new`]);
  expect((await told(paged, pages(paging, { type: 'integer' })))[0]).toBe('major');
});
