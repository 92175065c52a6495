import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { changesOf } from '../../test/compat.ts';
import { documentOf } from '../../test/generate-from.ts';
import { IncomparableSpecsError } from './incomparable-specs-error.ts';

/** A document whose one operation answers with a `Thing`. */
function thing(schema: JsonValue, others: JsonObject = {}): JsonObject {
  return {
    ...documentOf({ Thing: schema, ...others }),
    paths: { '/thing': { get: operation({}) } },
  };
}

function operation(more: JsonObject): JsonObject {
  return {
    operationId: 'getThing',
    responses: {
      '200': { description: '', content: json({ $ref: '#/components/schemas/Thing' }) },
    },
    ...more,
  };
}

function json(schema: JsonValue): JsonObject {
  return { 'application/json': { schema } };
}

const text = { type: 'string' };
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

test.each<[title: string, old: JsonObject, current: JsonObject]>([
  [
    'words, defaults and the order of things',
    thing(object({ a: { ...text, enum: ['x', 'y'] }, b: text }, { required: ['b', 'a'] })),
    thing({
      description: 'A thing.',
      ...object({ b: { ...text, default: 'q' }, a: { enum: ['y', 'x'], type: 'string' } }),
      required: ['a', 'b'],
    }),
  ],
  [
    'a component of another name',
    thing(object({ a: ref('Old') }), { Old: object({ b: text }) }),
    thing(object({ a: ref('New') }), { New: object({ b: text }) }),
  ],
  [
    'a component where there was its schema',
    thing(object({ a: object({ b: text }) })),
    thing(object({ a: ref('New') }), { New: object({ b: text }) }),
  ],
  ['a component that nothing uses', thing(text), thing(text, { Other: { type: 'integer' } })],
  [
    'a schema that leads back to itself',
    thing(object({ things: { type: 'array', items: ref('Thing') } })),
    thing(object({ things: { type: 'array', items: ref('Thing') } }), { More: text }),
  ],
  [
    'the order of a union',
    thing({ anyOf: [text, { type: 'null' }] }),
    thing({ anyOf: [{ type: 'null' }, text] }),
  ],
])('%s makes no change', (_title, old, current) => {
  expect(changesOf(old, current)).toEqual({});
});

test.each<[title: string, old: JsonObject, current: JsonObject, want: Record<string, string>]>([
  [
    'a type',
    thing(object({ a: text })),
    thing(object({ a: { type: 'boolean' } })),
    { 'Thing.a': 'string → boolean' },
  ],
  [
    'an enum',
    thing(object({ a: text }, { required: ['a'] })),
    thing(object({ a: { enum: ['x', 'y'] } }, { required: ['a'] })),
    { 'Thing.a': 'string → ("x" | "y")' },
  ],
  [
    'a limit, which no type says',
    thing(object({ a: text })),
    thing(object({ a: { ...text, maxLength: 5 } })),
    { 'Thing.a': 'string → string' },
  ],
  [
    'a large integer',
    thing(object({ a: { type: 'integer', format: 'int32' } })),
    thing(object({ a: { type: 'integer', format: 'int64' } })),
    { 'Thing.a': 'number → Int64' },
  ],
  [
    'presence',
    thing(object({ a: text }, { required: ['a'] })),
    thing(object({ a: text })),
    { 'Thing.a': 'string → string | undefined' },
  ],
  [
    'type and presence at once',
    thing(object({ a: text }, { required: ['a'] })),
    thing(object({ a: { type: 'boolean' } })),
    { 'Thing.a': 'string → boolean | undefined' },
  ],
  [
    'properties that come and go',
    thing(object({ a: text }, { required: ['a'] })),
    thing(object({ b: text })),
    { 'Thing.a': 'string → undefined', 'Thing.b': 'undefined → string | undefined' },
  ],
  [
    'something deep inside',
    thing(object({ a: object({ b: { type: 'array', items: object({ c: text }) } }) })),
    thing(object({ a: object({ b: { type: 'array', items: object({ c: { type: 'null' } }) } }) })),
    { 'Thing.a.b[].c': 'string → null' },
  ],
  [
    'a component that is used twice',
    thing(object({ a: ref('Part'), b: ref('Part') }), { Part: object({ c: text }) }),
    thing(object({ a: ref('Part'), b: ref('Part') }), { Part: object({ c: { type: 'null' } }) }),
    { 'Part.c': 'string → null' },
  ],
  [
    'a component that is no object',
    thing(object({ a: ref('Part') }), { Part: text }),
    thing(object({ a: ref('Part') }), { Part: { enum: ['x'] } }),
    { Part: 'string → ("x")' },
  ],
  [
    'presence of what has a change of its own',
    thing(object({ a: ref('Part') }, { required: ['a'] }), { Part: text }),
    thing(object({ a: ref('Part') }), { Part: { enum: ['x'] } }),
    { Part: 'string → ("x")', 'Thing.a': 'Current.Part → Current.Part | undefined' },
  ],
  [
    'a component of another name',
    thing(object({ a: ref('Old') }), { Old: object({ b: text }) }),
    thing(object({ a: ref('New') }), { New: object({ b: text, c: text }) }),
    { 'New.c': 'undefined → string | undefined' },
  ],
  [
    'two components in one',
    thing(object({ a: ref('A'), b: ref('B') }), { A: object({ x: text }), B: object({ y: text }) }),
    thing(object({ a: ref('A'), b: ref('A') }), { A: object({ x: text, y: text }) }),
    {
      'A.y': 'undefined → string | undefined',
      'A_2.x': 'undefined → string | undefined',
    },
  ],
  [
    'the values of a map',
    thing({ type: 'object', additionalProperties: text }),
    thing({ type: 'object', additionalProperties: { enum: ['x'] } }),
    { 'Thing.*': 'string → ("x")' },
  ],
  [
    'an object that is closed',
    thing(object({ a: text })),
    thing(object({ a: text }, { additionalProperties: false })),
    { 'Thing.*': 'unknown → undefined' },
  ],
  [
    'an object as a whole',
    thing(object({ a: text })),
    thing(object({ a: { type: 'null' } }, { minProperties: 1 })),
    { Thing: '{ a?: string; [name: string]: unknown; } → { a?: null; [name: string]: unknown; }' },
  ],
  [
    'an object beside null',
    thing({ anyOf: [object({ a: text }), { type: 'null' }] }),
    thing({ anyOf: [{ type: 'null' }, object({ a: { type: 'null' } })] }),
    { 'Thing.a': 'string → null' },
  ],
  [
    'a union that cannot be told apart',
    thing({ oneOf: [object({ a: text }), object({ b: text })] }),
    thing({ oneOf: [object({ a: text }), object({ c: text })] }),
    {
      Thing:
        '({ a?: string; [name: string]: unknown; } | { b?: string; [name: string]: unknown; }) → ' +
        '({ a?: string; [name: string]: unknown; } | { c?: string; [name: string]: unknown; })',
    },
  ],
  [
    'allOf, part by part',
    thing({ allOf: [ref('Base'), object({ a: text })] }, { Base: object({ b: text }) }),
    thing({ allOf: [ref('Base'), object({ a: { type: 'null' } })] }, { Base: object({ b: text }) }),
    { 'Thing.a': 'string → null' },
  ],
  [
    'a schema that leads back to itself',
    thing(object({ a: text, things: { type: 'array', items: ref('Thing') } })),
    thing(object({ a: { type: 'null' }, things: { type: 'array', items: ref('Thing') } })),
    { 'Thing.a': 'string → null' },
  ],
  [
    'names that are no identifiers',
    thing(object({ 'a.b': text, 'x"y': text })),
    thing(object({ 'a.b': { type: 'null' }, 'x"y': { type: 'null' } })),
    { 'Thing["a.b"]': 'string → null', 'Thing["x\\"y"]': 'string → null' },
  ],
])('%s is a change', (_title, old, current, want) => {
  expect(changesOf(old, current)).toEqual(want);
});

test('variants of a union with a discriminator change by their tags', () => {
  const union = (...tags: string[]): JsonObject => ({
    oneOf: tags.map(ref),
    discriminator: {
      propertyName: 'kind',
      mapping: Object.fromEntries(tags.map((tag) => [tag, `#/components/schemas/${tag}`])),
    },
  });
  const variant = (kind: string, schema: JsonObject): JsonObject =>
    object({ kind: { enum: [kind] }, a: schema }, { required: ['kind'] });

  const old = thing(union('Cat', 'Dog'), { Cat: variant('Cat', text), Dog: variant('Dog', text) });
  const current = thing(union('Cat', 'Fox'), {
    Cat: variant('Cat', { type: 'null' }),
    Fox: variant('Fox', text),
  });

  expect(changesOf(old, current)).toEqual({
    'Cat.a': 'string → null',
    'Thing.Dog': 'Old.Dog → undefined',
    'Thing.Fox': 'undefined → Current.Fox',
  });
});

/** A document with one operation that has nothing but what is given. */
function calling(more: JsonObject, root: JsonObject = {}): JsonObject {
  const responses = { '204': { description: '' } };
  return {
    ...documentOf({}),
    paths: { '/': { post: { operationId: 'act', responses, ...more } } },
    ...root,
  };
}

const query = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  parameters: [{ name: 'q', in: 'query', schema, ...more }],
});
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
const answer = (more: JsonObject): JsonObject => ({
  responses: { '200': { description: '', ...more } },
});

test.each<[title: string, old: JsonObject, current: JsonObject, want: Record<string, string>]>([
  [
    'a query parameter, which is text on the wire',
    calling(query({ type: 'integer' })),
    calling(query({ enum: ['x', 'y'] })),
    { 'act.query.q': '`${number}` → "x" | "y"' },
  ],
  [
    'the items of a repeated parameter',
    calling(query(list({ type: 'string' }))),
    calling(query(list({ enum: ['x'] }))),
    { 'act.query.q[]': 'string → "x"' },
  ],
  [
    'the way a list is written',
    calling(query(list(text))),
    calling(query(list(text), { explode: false })),
    { 'act.query.q': 'string → string' },
  ],
  [
    'the presence of a parameter',
    calling(query(text)),
    calling(query(text, { required: true })),
    { 'act.query.q': 'readonly (string)[] | undefined → readonly (string)[]' },
  ],
  [
    'a header that is called the same in other letters',
    calling({ parameters: [{ name: 'X-A', in: 'header', schema: text }] }),
    calling({ parameters: [{ name: 'x-a', in: 'header', schema: { type: 'boolean' } }] }),
    { 'act.headers.x-a': "string → 'true' | 'false'" },
  ],
  [
    'a request body',
    calling({}),
    calling({ requestBody: { content: json(text) } }),
    { 'act.requestBody': 'undefined → string | undefined' },
  ],
  [
    'whether there has to be one',
    calling({ requestBody: { content: json(text), required: true } }),
    calling({ requestBody: { content: json(text) } }),
    { 'act.requestBody': 'string → string | undefined' },
  ],
  [
    'a response header',
    calling(answer({})),
    calling(answer({ headers: { Location: { schema: text } } })),
    { 'act.200.headers.Location': 'undefined → string | undefined' },
  ],
  [
    'a response body',
    calling(answer({ content: json(text) })),
    calling(answer({ content: json(list(text)) })),
    { 'act.200': 'string → (string)[]' },
  ],
  [
    'a status that only the default described',
    calling({ responses: { default: { description: '', content: json(text) } } }),
    calling({
      responses: {
        '404': { description: '', content: json({ type: 'null' }) },
        default: { description: '', content: json(text) },
      },
    }),
    { 'act.404': 'string → null' },
  ],
  [
    'who is let in',
    calling({ security: [{ key: [] }, { token: ['read'] }] }, schemes('header')),
    calling({ security: [{ token: ['read'] }, {}] }, schemes('header')),
    { 'act.security': 'Credentials<"key" | "token"> → Credentials<"none" | "token">' },
  ],
  [
    'where a credential is',
    calling({ security: [{ key: [] }] }, schemes('header')),
    calling({ security: [{ key: [] }] }, schemes('query')),
    { 'act.security': 'Credentials<"key"> → Credentials<"key">' },
  ],
])('%s is a change of an operation', (_title, old, current, want) => {
  expect(changesOf(old, current)).toEqual(want);
});

function schemes(location: string): JsonObject {
  return {
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: location, name: 'key' },
        token: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: 'https://a.example/', scopes: { read: '' } } },
        },
      },
    },
  };
}

test('what a webhook delivers changes, and so does what it shares with an answer, once', () => {
  const version = (shared: JsonObject, own: JsonObject): JsonObject => {
    const Sent = object(
      { type: { enum: ['sent'] }, thing: ref('Thing'), own },
      { required: ['type'] },
    );
    const post = { requestBody: { content: json(ref('Sent')) }, responses: {} };
    return { ...thing(object({ a: shared }), { Sent }), webhooks: { sent: { post } } };
  };
  const number = { type: 'number' };
  expect(changesOf(version(text, text), version(text, text))).toEqual({});
  expect(changesOf(version(text, text), version(number, number))).toEqual({
    'Sent.own': 'string → number',
    'Thing.a': 'string → number',
  });
  const { webhooks: _, ...without } = version(number, number);
  expect(Object.keys(changesOf(version(text, text), without))).toEqual(['Thing.a']);
});

test('the order of alternatives of security makes no change', () => {
  expect(
    changesOf(
      calling({ security: [{ key: [] }, { token: ['read'] }] }, schemes('header')),
      calling({ security: [{ token: ['read'] }, { key: [] }] }, schemes('header')),
    ),
  ).toEqual({});
});

test('what no rule could map is said all at once', () => {
  const at = (path: string, parameters: JsonValue[]): JsonObject => ({
    ...documentOf({}),
    paths: {
      [path]: {
        get: { operationId: 'act', parameters, responses: { '204': { description: '' } } },
      },
    },
  });
  const old = at('/a/{id}', [
    { name: 'id', in: 'path', required: true, schema: text },
    { name: 'c', in: 'cookie', schema: text },
  ]);
  const current = at('/b/{key}', [{ name: 'key', in: 'path', required: true, schema: text }]);

  expect(() => changesOf(old, current)).toThrow(IncomparableSpecsError);
  expect(() => changesOf(old, current)).toThrow(
    expect.objectContaining({
      problems: [
        'act: /a/{id} and /b/{key} have different path parameters; give them the same names in both specs',
        'act: the versions differ in the cookie "c", and cookies are not mapped; leave it out of both specs',
      ],
    }),
  );
});
