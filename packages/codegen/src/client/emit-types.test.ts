import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { describe, expect, test } from 'vitest';
import { importGenerated, typeErrors } from '../../test/compile.ts';
import { documentOf, generateFrom } from '../../test/generate-from.ts';

/** What the compiler says of a module that uses the client of `document`; nothing if all is well. */
async function errorsOf(document: JsonObject, use = ''): Promise<string[]> {
  const { client } = await generateFrom(document);
  return typeErrors([...client, { path: 'use.ts', contents: use }]);
}

/** A module that only compiles where the types of each pair are the same. */
function sameTypes(
  names: string,
  pairs: readonly (readonly [string, string])[],
  module: './index.js' | './types.js' = './index.js',
): string {
  const lines = pairs.map(([a, b], index) => `export const same${index}: Same<${a}, ${b}> = true;`);
  return `import type { ${names} } from '${module}';
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
${lines.join('\n')}
`;
}

test('a reference means what the model says it means', async () => {
  const errors = await errorsOf(
    documentOf({
      Resource: {
        $id: 'https://example.com/resource',
        type: 'object',
        properties: {
          itself: { $ref: '#' },
          anchor: { $ref: '#text' },
          relative: { $ref: 'other' },
          pointer: { $ref: '#/$defs/a%25b' },
          dynamic: { $dynamicRef: '#text' },
          data: { const: { $ref: 'nowhere' } },
        },
        $defs: { 'a%b': { type: 'boolean' }, text: { $anchor: 'text', type: 'string' } },
      },
      Other: { $id: 'https://example.com/other', type: 'number' },
    }),
    sameTypes('Resource', [
      ["Resource['itself']", 'Resource | undefined'],
      ["Resource['anchor']", 'string | undefined'],
      ["Resource['relative']", 'number | undefined'],
      ["Resource['pointer']", 'boolean | undefined'],
      ["Resource['dynamic']", 'string | undefined'],
      ["Resource['data']", 'unknown'],
    ]),
  );
  expect(errors).toEqual([]);
});

test('a reference to a reference is followed, wherever references may stand', async () => {
  const text = { 'application/json': { schema: { type: 'string' } } };
  const errors = await errorsOf(
    {
      ...documentOf({}),
      paths: { '/a': { $ref: '#/components/pathItems/Shared' }, '/b': { $ref: '#/paths/~1a' } },
      components: {
        pathItems: {
          Shared: {
            parameters: [{ $ref: '#/components/parameters/Alias' }],
            get: { responses: { '200': { $ref: '#/components/responses/Alias' } } },
          },
        },
        parameters: {
          Alias: { $ref: '#/components/parameters/Limit' },
          Limit: { name: 'limit', in: 'query', required: true, schema: { type: 'integer' } },
        },
        responses: {
          Alias: { $ref: '#/components/responses/Text' },
          Text: { description: 'Text', content: text },
        },
      },
    },
    sameTypes(
      'components, operations',
      [
        ["Parameters<import('./index.js').Client['getA']>[0]", "import('./index.js').GetAInput"],
        ["import('./index.js').GetAInput['limit']", 'number'],
        ["Awaited<ReturnType<import('./index.js').Client['getB']>>", 'string'],
        ["operations['getB']['responses'][200]", "components['responses']['Text']"],
        [
          "operations['getB']['parameters']['query']",
          "{ limit: components['parameters']['Limit'] }",
        ],
      ],
      './types.js',
    ),
  );
  expect(errors).toEqual([]);
});

test('types are as wide as schemas where no type says the same', async () => {
  const errors = await errorsOf(
    documentOf({
      Beside: { $ref: '#/components/schemas/Base', properties: { more: { type: 'string' } } },
      Base: { type: 'object', properties: { base: { type: 'string' } } },
      Required: { allOf: [{ $ref: '#/components/schemas/Base' }], required: ['base'] },
      BesideUnion: {
        type: 'object',
        properties: { own: { type: 'string' } },
        anyOf: [{ $ref: '#/components/schemas/Base' }, { type: 'object', required: ['other'] }],
      },
      Nothing: { const: null },
      Scalars: { enum: ['a', 1, null, true] },
      Structured: { enum: [{ a: 1 }, []] },
      Choice: { oneOf: [true, { type: 'string' }] },
      Impossible: { anyOf: [false, { type: 'string' }] },
      Tuple: {
        type: 'array',
        prefixItems: [{ type: 'string' }, { type: 'number' }],
        items: false,
        minItems: 2,
      },
      Prefix: { type: 'array', prefixItems: [{ type: 'string' }] },
      Patterns: { type: 'object', patternProperties: { '^n': { type: 'number' } } },
      OnlyPatterns: {
        type: 'object',
        patternProperties: { '^n': { type: 'number' } },
        additionalProperties: false,
      },
      Empty: { type: 'object', additionalProperties: false },
      Untyped: { properties: { a: { type: 'string' } } },
    }),
    sameTypes(
      'components',
      [
        ["components['schemas']['Beside']['base' | 'more']", 'string | undefined'],
        ["components['schemas']['Required']['base']", 'string'],
        ["components['schemas']['BesideUnion']['own']", 'string | undefined'],
        ["components['schemas']['Nothing']", 'null'],
        ["components['schemas']['Scalars']", "'a' | 1 | true | null"],
        ["components['schemas']['Structured']", 'unknown'],
        ["components['schemas']['Choice']", 'unknown'],
        ["components['schemas']['Impossible']", 'string'],
        ["components['schemas']['Tuple']", '[string, number]'],
        ["components['schemas']['Prefix']", 'unknown[]'],
        ["components['schemas']['Patterns']", '{ [key: string]: unknown }'],
        ["components['schemas']['OnlyPatterns']", '{ [key: string]: number }'],
        ["components['schemas']['Empty']", '{ [key: string]: never }'],
        ["components['schemas']['Untyped']", '{ a?: string }'],
      ],
      './types.js',
    ),
  );
  expect(errors).toEqual([]);
});

test.each([
  ['3.0.3', { type: 'string', nullable: true }],
  ['3.1.0', { type: ['string', 'null'] }],
])('null is a value where OpenAPI %s says %j', async (openapi, schema) => {
  const errors = await errorsOf(
    documentOf({ Text: schema }, openapi),
    sameTypes('Text', [['Text', 'string | null']]),
  );
  expect(errors).toEqual([]);
});

test('the discriminator of a union tells its members apart', async () => {
  const pet = { type: 'object', properties: { kind: { type: 'string' } } };
  const errors = await errorsOf(
    documentOf({
      Cat: pet,
      Dog: pet,
      Pet: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
        discriminator: { propertyName: 'kind', mapping: { hound: '#/components/schemas/Dog' } },
      },
    }),
    sameTypes('Cat, Pet', [
      ["Pet['kind']", "'Cat' | 'Dog' | 'hound'"],
      ["Cat['kind']", 'string | undefined'],
    ]),
  );
  expect(errors).toEqual([]);
});

test('lists may lead back to their schema without an object on the way', async () => {
  const errors = await errorsOf(
    documentOf({
      Json: {
        anyOf: [
          { type: ['null', 'boolean', 'number', 'string'] },
          { type: 'array', items: { $ref: '#/components/schemas/Json' } },
          { type: 'object', additionalProperties: { $ref: '#/components/schemas/Json' } },
        ],
      },
      Nested: { type: 'array', items: { $ref: '#/components/schemas/Lists' } },
      Lists: { type: 'array', items: { $ref: '#/components/schemas/Nested' } },
    }),
    `import type { Json, Nested } from './index.js';
export const json: Json = [1, ['two', { three: [null, [true]] }]];
export const nested: Nested = [[[], [[]]]];
// @ts-expect-error TS2322: no list, however deep, has numbers
export const wrong: Nested = [[[1]]];
`,
  );
  expect(errors).toEqual([]);
});

test('a schema may lead back to itself through all that types are made of', async () => {
  const tree = { $ref: '#/components/schemas/Tree' };
  const errors = await errorsOf(
    documentOf({
      Tree: {
        allOf: [{ $ref: '#/components/schemas/Node' }],
        required: ['left'],
        properties: { either: { oneOf: [tree, { type: 'array', prefixItems: [tree, tree] }] } },
      },
      Node: {
        type: 'object',
        properties: { left: tree, pair: { $ref: '#/components/schemas/Pair' } },
        additionalProperties: { anyOf: [tree, { $ref: '#/components/schemas/Pair' }, {}] },
      },
      Pair: { type: 'array', prefixItems: [tree, tree], items: false, minItems: 2 },
    }),
    sameTypes('Node, Pair, Tree', [
      ["Tree['left']", 'Tree'],
      ["Node['pair']", 'Pair | undefined'],
      ['Pair', '[Tree, Tree]'],
    ]),
  );
  expect(errors).toEqual([]);
});

const HOSTILE = [
  '%',
  '%zz',
  '%20',
  '#',
  'a#/b',
  '',
  '~1',
  '/',
  ' ',
  '*/',
  '/*',
  '//',
  '${process}',
  '`',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '\u0000',
  '\u2028',
  '\u202e',
  '\ud800',
  '😀',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'properties',
  '$ref',
  'allOf',
  'discriminator',
  'masked',
  'masked0',
  'components',
  'Schemas',
  'CallOptions',
  'Array',
  'Record',
  'Int64',
  'WithRequired',
  'abstract',
  'asserts',
  'infer',
  'intrinsic',
  'keyof',
  'readonly',
  'unique',
  '1',
  '-1',
  '1e21',
  'Infinity',
];

const entries = (value: (name: string, index: number) => JsonValue): JsonObject =>
  Object.fromEntries(HOSTILE.map((name, index) => [name, value(name, index)]));

describe('whatever names a document gives', () => {
  test('schemas and properties keep them', async () => {
    // A `$ref` is a URI, which no lone surrogate can be written in.
    const names = HOSTILE.filter((name) => name.isWellFormed());
    const errors = await errorsOf(
      documentOf({
        ...entries((name, index) => ({ title: name, description: name, const: index })),
        Everything: {
          type: 'object',
          required: HOSTILE,
          properties: Object.fromEntries(
            names.map((name) => [name, { $ref: `#/components/schemas/${fragment(name)}` }]),
          ),
        },
        // Needs what generated code declares and imports itself.
        Helped: {
          allOf: [{ $ref: '#/components/schemas/Everything' }],
          required: ['Array'],
          properties: { id: { type: 'integer', format: 'int64' } },
        },
      }),
      sameTypes(
        'components',
        [
          ...HOSTILE.map(
            (name, index) =>
              [`components['schemas'][${JSON.stringify(name)}]`, String(index)] as const,
          ),
          ...names.map(
            (name) =>
              [
                `components['schemas']['Everything'][${JSON.stringify(name)}]`,
                String(HOSTILE.indexOf(name)),
              ] as const,
          ),
        ],
        './types.js',
      ),
    );
    expect(errors).toEqual([]);
  });

  test('paths, operations, parameters, headers and media types compile', async () => {
    const schema = { type: 'object' };
    const parameters = HOSTILE.flatMap((name) =>
      ['query', 'header', 'path', 'cookie'].map((location) => ({
        name,
        in: location,
        required: true,
        description: name,
        style: name,
        schema,
      })),
    );
    const content = entries(() => ({ schema }));
    const errors = await errorsOf({
      ...documentOf({}),
      paths: Object.fromEntries(
        HOSTILE.map((name, index) => [
          `/${name}`,
          {
            get: {
              operationId: name || 'empty',
              summary: name,
              description: `${name}${name}`,
              tags: [name],
              parameters: index === 0 ? parameters : [],
              requestBody: { content },
              responses: {
                '200': {
                  description: name,
                  headers: entries(() => ({ schema })),
                  content: { [name]: { schema } },
                },
                default: { description: name, content },
              },
            },
          },
        ]),
      ),
      components: {
        securitySchemes: entries((name) => ({ type: 'apiKey', in: 'query', name })),
      },
    });
    expect(errors).toEqual([]);
  });
});

function fragment(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

test('data is no schema, whatever its keywords', async () => {
  const data = {
    discriminator: { propertyName: 'x' },
    oneOf: ['text'],
    allOf: ['text'],
    $ref: 5,
    $id: 7,
  };
  const words = { title: data, description: [data], summary: data };
  const errors = await errorsOf({
    ...documentOf({
      Data: { type: 'object', default: data, example: data, examples: [data], properties: {} },
      Values: { const: data, enum: [data, [data]] },
      Words: { type: 'object', properties: { a: { type: 'string', ...words } } },
      Properties: {
        type: 'object',
        properties: {
          allOf: { type: 'array', items: { type: 'string' } },
          discriminator: { type: 'object', properties: { propertyName: { type: 'string' } } },
        },
      },
      Extended: { type: 'object', 'x-data': data, unknown: data },
    }),
    'x-data': data,
  });
  expect(errors).toEqual([]);
});

test('operations that openapi-typescript does not list have types', async () => {
  const errors = await errorsOf(
    {
      ...documentOf({}),
      openapi: '3.2.0',
      paths: {
        '/search': {
          query: {
            operationId: 'search',
            parameters: [
              {
                name: 'filter',
                in: 'query',
                content: {
                  'application/json': {
                    schema: { type: 'object', properties: { a: { type: 'number' } } },
                  },
                },
              },
            ],
            responses: { '200': { description: 'Empty' } },
          },
        },
      },
    },
    `import type { Client } from './index.js';
export const input: Parameters<Client['search']>[0] = { filter: { a: 1 } };
`,
  );
  expect(errors).toEqual([]);
});

test('a parameter of the whole query string is sent as its properties', async () => {
  const schema = { type: 'object', properties: { a: { type: 'number' } } };
  const { client } = await generateFrom({
    ...documentOf({}),
    openapi: '3.2.0',
    servers: [{ url: 'https://example.com' }],
    paths: {
      '/a': {
        get: {
          parameters: [
            {
              name: 'filter',
              in: 'querystring',
              content: { 'application/x-www-form-urlencoded': { schema } },
            },
          ],
          responses: { '204': { description: 'Empty' } },
        },
      },
    },
  });
  const use = `import { createClient } from './index.js';
export const nothing: Promise<undefined> = createClient().getA({ filter: { a: 1 } });
`;
  expect(await typeErrors([...client, { path: 'use.ts', contents: use }])).toEqual([]);
  type Module = {
    createClient(options: object): { getA(input: object): Promise<undefined> };
  };
  const { createClient } = await importGenerated<Module>(client, 'index.js');
  let sent = '';
  const fetch = async (url: string): Promise<Response> => {
    sent = url;
    return new Response(null, { status: 204 });
  };
  await createClient({ fetch }).getA({ filter: { a: 1, b: 'c' } });
  expect(sent).toBe('https://example.com/a?a=1&b=c');
});

test('a body without content asks for nothing', async () => {
  const errors = await errorsOf(
    {
      ...documentOf({}),
      paths: { '/a': { post: { requestBody: { content: {} }, responses: {} } } },
    },
    `import { createClient } from './index.js';
export const answer: Promise<undefined> = createClient().postA();
`,
  );
  expect(errors).toEqual([]);
});
