import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { api, object, operation, ref } from '../test/boats.ts';
import { diffDocuments } from '../test/diff-documents.ts';
import type { Change, Diff } from './index.ts';

const text = { type: 'string' };
const number = { type: 'integer' };

/** Each change in the words that the test is about. */
function told(diff: Diff, ...words: (keyof Change)[]): unknown[] {
  return diff.changes.map((change) => words.map((word) => change[word]));
}

function ids({ changes }: Diff): string[] {
  return changes.map(({ id }) => id).sort();
}

const oldBoats = api({
  '/boats': {
    get: operation('listBoats', { gives: object({ name: text, size: text }) }),
    post: operation('addBoat', { takes: object({ name: text }) }),
  },
});
const newBoats = api({
  '/boats': {
    get: operation('listBoats', { gives: object({ name: number, size: text }) }),
    post: operation('addBoat', { takes: object({ name: { type: 'string', maxLength: 3 } }) }),
  },
});

test('changes keep their ids whatever else changes and wherever the lines move', () => {
  const before = ids(diffDocuments(oldBoats, newBoats));
  expect(before).toEqual([
    'request-property-max-length-set:addBoat request body.name',
    'response-property-type-changed:listBoats 200.name',
  ]);

  const { get, post } = (newBoats['paths'] as Record<string, JsonObject>)['/boats'] as JsonObject;
  const moved = api({
    '/anchors': { get: operation('listAnchors') },
    '/boats': { post: post as JsonObject, get: { summary: 'Lists boats', ...(get as JsonObject) } },
  });
  const after = ids(diffDocuments(oldBoats, moved));
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toHaveLength(before.length + 2);
});

test('a change says where it stands on either side, by pointer and by line', () => {
  const at = '/paths/~1boats/get/responses/200/content/application~1json/schema/properties/name';
  const [change] = diffDocuments(oldBoats, newBoats).changes.filter(
    ({ direction }) => direction === 'response',
  );
  expect(change?.old).toEqual({ file: 'old', pointer: at, line: 11 });
  expect(change?.new).toEqual({ file: 'new', pointer: at, line: 11 });
  expect([change?.before, change?.after]).toEqual(['string', 'integer']);
});

test('what is new or gone has a place on one side only', () => {
  const bare = api({
    '/boats': { get: operation('listBoats', { gives: object({ name: text }) }) },
  });
  const more = api({
    '/boats': { get: operation('listBoats', { gives: object({ name: text, size: text }) }) },
  });
  const [added] = diffDocuments(bare, more).changes;
  const [removed] = diffDocuments(more, bare).changes;
  expect([added?.old, added?.new?.pointer.split('/').at(-1)]).toEqual([undefined, 'size']);
  expect([removed?.old?.pointer.split('/').at(-1), removed?.new]).toEqual(['size', undefined]);
});

test('a change of a component is one change, with every operation that uses it', () => {
  const version = (schema: JsonObject): JsonObject =>
    api(
      {
        '/boats': { get: operation('listBoats', { gives: { type: 'array', items: ref('Boat') } }) },
        '/boats/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
          get: operation('getBoat', { gives: ref('Boat') }),
          delete: operation('sinkBoat', { gives: object({ boat: ref('Boat') }) }),
          put: operation('nameBoat', { gives: text }),
        },
      },
      { Boat: object({ name: schema }) },
    );
  const diff = diffDocuments(version(text), version(number));
  expect(told(diff, 'subject', 'direction')).toEqual([['Boat.name', 'response']]);
  expect(diff.changes[0]?.operations).toEqual([
    { operationId: 'getBoat', method: 'GET', path: '/boats/{id}' },
    { operationId: 'listBoats', method: 'GET', path: '/boats' },
    { operationId: 'sinkBoat', method: 'DELETE', path: '/boats/{id}' },
  ]);
});

test('a component that travels both ways changes once for each way', () => {
  const version = (schema: JsonObject): JsonObject =>
    api(
      { '/boats': { post: operation('addBoat', { takes: ref('Boat'), gives: ref('Boat') }) } },
      { Boat: object({ name: schema }) },
    );
  const diff = diffDocuments(version({ enum: ['a', 'b'] }), version({ enum: ['a'] }));
  expect(told(diff, 'rule', 'level')).toEqual([
    ['request-property-enum-value-removed', 'breaking'],
    ['response-property-enum-value-removed', 'non-breaking'],
  ]);
});

test('several members of one choice, and media types of one body, are changes of their own', () => {
  const version = (members: JsonObject[], content: JsonObject): JsonObject =>
    api({
      '/boats': {
        post: {
          ...operation('addBoat', { takes: { oneOf: members } }),
          responses: { '200': { description: '', content } },
        },
      },
    });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => object({ [name]: text }, [name]));
  const old = version([a, b, c] as JsonObject[], { 'text/csv': {}, 'text/html': {} });
  const current = version([a as JsonObject, { type: 'boolean' }], {});
  expect(ids(diffDocuments(old, current))).toEqual([
    'request-body-one-of-added:addBoat request body:boolean',
    'request-body-one-of-removed:addBoat request body:object b',
    'request-body-one-of-removed:addBoat request body:object c',
    'response-media-type-removed:addBoat 200:text/csv',
    'response-media-type-removed:addBoat 200:text/html',
  ]);
});

test('readOnly properties of requests and writeOnly properties of responses break nothing', () => {
  const version = (type: string, flags: JsonObject): JsonObject => {
    const body = object({ id: { type, ...flags } });
    return api({ '/boats': { post: operation('addBoat', { takes: body, gives: body }) } });
  };
  const broken = (flags: JsonObject): unknown[] =>
    told(diffDocuments(version('string', flags), version('integer', flags)), 'direction', 'level');
  expect(broken({ readOnly: true })).toEqual([
    ['response', 'breaking'],
    ['request', 'non-breaking'],
  ]);
  expect(broken({ writeOnly: true })).toEqual([
    ['request', 'breaking'],
    ['response', 'non-breaking'],
  ]);
});

test('components that refer to one another are compared, whatever they are called', () => {
  const version = (tree: string, leaf: string, type: string): JsonObject =>
    api(
      { '/trees': { get: operation('listTrees', { gives: ref(tree) }) } },
      {
        [tree]: object({ leaves: { type: 'array', items: ref(leaf) } }),
        [leaf]: object({ of: ref(tree), colour: { type } }),
      },
    );
  expect(diffDocuments(version('A', 'B', 'string'), version('A', 'B', 'string')).changes).toEqual(
    [],
  );
  const renamed = diffDocuments(version('A', 'B', 'string'), version('C', 'D', 'integer'));
  expect(told(renamed, 'rule', 'subject')).toEqual([
    ['response-property-type-changed', 'D.colour'],
    ['component-renamed', 'component A'],
    ['component-renamed', 'component B'],
  ]);
});

test('a renamed component breaks an import and not the wire', () => {
  const version = (name: string): JsonObject =>
    api({ '/boats': { get: operation('listBoats', { gives: ref(name) }) } }, { [name]: text });
  const diff = diffDocuments(version('Boat'), version('Vessel'));
  expect(told(diff, 'rule', 'before', 'after', 'level', 'source')).toEqual([
    ['component-renamed', 'Boat', 'Vessel', 'non-breaking', 'breaking'],
  ]);
  expect(diff.changes[0]?.wire).not.toBe('breaking');
  expect(diff.bump).toBe('major');
});

test('what a webhook sends is read by users, and breaks as responses do', () => {
  const version = (boat: JsonObject, others: JsonObject = {}): JsonObject => ({
    ...api({}, { Boat: boat }),
    webhooks: { docked: { post: operation(undefined, { takes: ref('Boat'), ...others }) } },
  });
  const changed = (before: JsonObject, after: JsonObject): unknown[] =>
    told(diffDocuments(version(before), version(after)), 'rule', 'subject', 'direction', 'level');
  expect(changed(object({ name: text }), object({ name: text, size: text }))).toEqual([
    ['response-property-added-optional', 'Boat.size', 'response', 'non-breaking'],
  ]);
  expect(changed(object({ name: text }, ['name']), object({ name: text }))).toEqual([
    ['response-property-became-optional', 'Boat.name', 'response', 'breaking'],
  ]);
  expect(changed(object({ name: text }), object({ name: text }, ['name']))).toEqual([
    ['response-property-became-required', 'Boat.name', 'response', 'non-breaking'],
  ]);
  const renamed = { ...api({}, { Ship: object({ name: text }) }) };
  const webhooks = { docked: { post: operation(undefined, { takes: ref('Ship') }) } };
  const diff = diffDocuments(version(object({ name: text })), { ...renamed, webhooks });
  expect(told(diff, 'rule', 'after')).toEqual([['component-renamed', 'Ship']]);
});

test('the words and the body of a webhook are its own', () => {
  const version = (post: JsonObject): JsonObject => ({
    ...api({}),
    webhooks: { docked: { post } },
  });
  const diff = diffDocuments(
    version(operation('onDocked', { takes: text })),
    version({ ...operation('onDocked', { summary: 'A boat docked' }) }),
  );
  expect(told(diff, 'rule', 'subject', 'level')).toEqual([
    ['response-media-type-removed', 'webhook docked body', 'breaking'],
    ['webhook-text-changed', 'webhook docked', 'docs'],
  ]);
});

test('a new value in a response breaks exhaustive code and not the wire', () => {
  const version = (values: string[]): JsonObject =>
    api({ '/boats': { get: operation('listBoats', { gives: { enum: values } }) } });
  const [change] = diffDocuments(version(['a']), version(['a', 'b'])).changes;
  expect(change).toMatchObject({ level: 'breaking', wire: 'compatible', source: 'breaking' });
});

test('a document is as new as its gravest change', () => {
  const version = (schema: JsonObject, others: JsonObject = {}): JsonObject =>
    api({ '/boats': { post: operation('addBoat', { takes: schema, ...others }) } });
  const bump = (schema: JsonObject, others: JsonObject): string =>
    diffDocuments(version(text), version(schema, others)).bump;
  expect(bump(text, {})).toBe('none');
  expect(bump(text, { summary: 'Adds a boat' })).toBe('patch');
  expect(bump({ type: ['string', 'boolean'] }, { summary: 'Adds a boat' })).toBe('minor');
  expect(bump(number, { summary: 'Adds a boat' })).toBe('major');
});
