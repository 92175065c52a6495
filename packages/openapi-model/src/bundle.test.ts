import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createDirectory } from '../test/directory.ts';
import { bundleDocument } from './bundle.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { loadDocument, type LoadedDocument } from './load.ts';
import { parseSource, type ParsedSource } from './parse-source.ts';
import { createReferenceIndex } from './reference-index.ts';

interface Files {
  readonly [path: string]: JsonObject;
}

async function loadFiles(files: Files): ReturnType<typeof loadDocument> {
  const texts = Object.entries(files).map(([path, contents]) => [
    path,
    JSON.stringify(contents, undefined, 1),
  ]);
  const directory = await createDirectory(Object.fromEntries(texts) as { [path: string]: string });
  return loadDocument(join(directory, 'api.json'));
}

async function bundleFiles(files: Files): Promise<LoadedDocument> {
  const { document, diagnostics } = await loadFiles(files);
  expect(diagnostics).toEqual([]);
  return document as LoadedDocument;
}

/** File, line, code and pointer of everything reported. */
async function problemsOf(files: Files): Promise<string[]> {
  const { document, diagnostics } = await loadFiles(files);
  expect(document).toBeUndefined();
  return diagnostics.map(({ at, code }) => {
    return `${at.file.replace(/^.*\//, '')}:${at.line} ${code} ${at.pointer}`;
  });
}

const schemas = (value: JsonObject): JsonObject => ({ components: { schemas: value } });

test('a schema of another file becomes a component, with all that it refers to', async () => {
  const { root } = await bundleFiles({
    'api.json': schemas({ Owner: { properties: { pet: { $ref: 'pets/pet.json' } } } }),
    'pets/pet.json': {
      properties: { tag: { $ref: '../common.json#/$defs/Tag' }, self: { $ref: '#' } },
    },
    'common.json': { $defs: { Tag: { type: 'string' }, Unused: {} } },
  });
  expect(root).toEqual(
    schemas({
      Owner: { properties: { pet: { $ref: '#/components/schemas/pet' } } },
      pet: {
        properties: {
          tag: { $ref: '#/components/schemas/Tag' },
          self: { $ref: '#/components/schemas/pet' },
        },
      },
      Tag: { type: 'string' },
    }),
  );
});

test('a component that is only a reference gives its name to what it refers to', async () => {
  const { root } = await bundleFiles({
    'api.json': schemas({
      Cat: { $ref: 'animals.json#/animal' },
      Owner: { items: { $ref: 'animals.json#/animal' } },
    }),
    'animals.json': { animal: { type: 'string' } },
  });
  expect(root).toEqual(
    schemas({ Cat: { type: 'string' }, Owner: { items: { $ref: '#/components/schemas/Cat' } } }),
  );
});

test('names that clash are numbered', async () => {
  const { root } = await bundleFiles({
    'api.json': schemas({
      Pet: { anyOf: [{ $ref: 'b.json#/Pet' }, { $ref: 'a.json#/Pet' }, { $ref: 'b.json#/Pet' }] },
    }),
    'a.json': { Pet: { const: 'a' } },
    'b.json': { Pet: { const: 'b' } },
  });
  expect(root).toEqual(
    schemas({
      Pet: {
        anyOf: [
          { $ref: '#/components/schemas/Pet_3' },
          { $ref: '#/components/schemas/Pet_2' },
          { $ref: '#/components/schemas/Pet_3' },
        ],
      },
      Pet_2: { const: 'a' },
      Pet_3: { const: 'b' },
    }),
  );
});

test('names do not depend on the order in which references stand', async () => {
  const refs = ['a.json#/Pet', 'b.json#/Pet', 'c.json', 'c.json#/x/Pet'].map(($ref) => ({ $ref }));
  const bundle = async (order: readonly JsonObject[]): Promise<JsonValue> => {
    const { root } = await bundleFiles({
      'api.json': schemas(
        Object.fromEntries(order.map((ref, index) => [`S${index}`, { not: ref }])),
      ),
      'a.json': { Pet: { const: 'a', not: { $ref: 'b.json#/Pet' } } },
      'b.json': { Pet: { const: 'b', not: { $ref: 'c.json' } } },
      'c.json': { const: 'c', x: { Pet: { const: 'x' } } },
    });
    const { S0, S1, S2, S3, ...named } = (root['components'] as JsonObject)[
      'schemas'
    ] as JsonObject;
    expect([S0, S1, S2, S3]).not.toContain(undefined);
    return named;
  };
  const want = await bundle(refs);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(refs, { minLength: 4 }), async (order) => {
      expect(await bundle(order)).toEqual(want);
    }),
    { numRuns: 10 },
  );
});

const one = { const: 1 };

test.each<[string, JsonObject, string]>([
  ['pets.v1.json', one, 'pets.v1'],
  ['pets.v1.json#/ok.name-1_', { 'ok.name-1_': one }, 'ok.name-1_'],
  ['pets.v1.json#/paths/~1pets~1{id}', { paths: { '/pets/{id}': one } }, 'pets_id'],
  ['pets.v1.json#/a%20b~01', { 'a b~1': one }, 'a_b_1'],
  ['pets.v1.json#/%C3%A9', { é: one }, 'schema'],
])('%s gives a name that OpenAPI allows', async ($ref, external, name) => {
  const { root } = await bundleFiles({
    'api.json': schemas({ A: { not: { $ref } } }),
    'pets.v1.json': external,
  });
  expect(root).toEqual(
    schemas({ A: { not: { $ref: `#/components/schemas/${name}` } }, [name]: one }),
  );
});

test('each kind of object goes into its section', async () => {
  const ref = (name: string): JsonObject => ({ $ref: `other.json#/${name}` });
  const { root } = await bundleFiles({
    'api.json': {
      paths: {
        '/a': ref('path'),
        '/b': {
          get: {
            parameters: [ref('parameter')],
            requestBody: ref('body'),
            responses: { 200: ref('response'), 'x-note': ref('data') },
            callbacks: { done: ref('callback') },
          },
        },
      },
      components: { securitySchemes: { key: { ...ref('scheme'), description: 'ours' } } },
    },
    'other.json': {
      path: { summary: 'path' },
      parameter: { name: 'p', in: 'query', examples: { one: { $ref: '#/example' } } },
      body: { content: { 'text/plain': { schema: { $ref: '#/schema' } } } },
      response: { headers: { 'x-h': { $ref: '#/header' } }, links: { next: { $ref: '#/link' } } },
      callback: { '{$url}': { $ref: '#/path' } },
      scheme: { type: 'http' },
      example: { value: 1 },
      schema: { type: 'string' },
      header: { required: true },
      link: { operationId: 'next' },
    },
  });
  expect(root).toEqual({
    paths: {
      '/a': { $ref: '#/components/pathItems/path' },
      '/b': {
        get: {
          parameters: [{ $ref: '#/components/parameters/parameter' }],
          requestBody: { $ref: '#/components/requestBodies/body' },
          responses: {
            200: { $ref: '#/components/responses/response' },
            'x-note': { $ref: 'other.json#/data' },
          },
          callbacks: { done: { $ref: '#/components/callbacks/callback' } },
        },
      },
    },
    components: {
      securitySchemes: {
        key: { $ref: '#/components/securitySchemes/scheme', description: 'ours' },
        scheme: { type: 'http' },
      },
      pathItems: { path: { summary: 'path' } },
      parameters: {
        parameter: {
          name: 'p',
          in: 'query',
          examples: { one: { $ref: '#/components/examples/example' } },
        },
      },
      requestBodies: {
        body: { content: { 'text/plain': { schema: { $ref: '#/components/schemas/schema' } } } },
      },
      responses: {
        response: {
          headers: { 'x-h': { $ref: '#/components/headers/header' } },
          links: { next: { $ref: '#/components/links/link' } },
        },
      },
      callbacks: { callback: { '{$url}': { $ref: '#/components/pathItems/path' } } },
      examples: { example: { value: 1 } },
      schemas: { schema: { type: 'string' } },
      headers: { header: { required: true } },
      links: { link: { operationId: 'next' } },
    },
  });
});

test('files may refer to each other and back to the root', async () => {
  const { root } = await bundleFiles({
    'api.json': schemas({ A: { items: { $ref: 'b.json#/B' } } }),
    'b.json': { B: { items: { $ref: 'c.json#/C' } } },
    'c.json': {
      C: { anyOf: [{ $ref: 'b.json#/B' }, { $ref: './api.json#/components/schemas/A' }] },
    },
  });
  expect(root).toEqual(
    schemas({
      A: { items: { $ref: '#/components/schemas/B' } },
      B: { items: { $ref: '#/components/schemas/C' } },
      C: { anyOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/A' }] },
    }),
  );
});

test('a discriminator mapping is bundled too, whether it has names or files', async () => {
  const { root } = await bundleFiles({
    'api.json': schemas({ Cat: { $ref: 'cat.json' }, Pet: { $ref: 'pet.json' } }),
    'pet.json': {
      discriminator: { propertyName: 'type', mapping: { cat: 'Cat', dog: 'dog.json' } },
    },
    'cat.json': { const: 'cat' },
    'dog.json': { const: 'dog' },
  });
  expect(root).toMatchObject(
    schemas({
      Pet: {
        discriminator: {
          mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/dog' },
        },
      },
      dog: { const: 'dog' },
    }),
  );
});

test('identifiers in other files are resolved, then left out', async () => {
  const { root } = await bundleFiles({
    'api.json': schemas({ A: { not: { $ref: 'b.json#b' } } }),
    'b.json': {
      $defs: {
        B: { $anchor: 'b', not: { $ref: 'https://example.com/c' } },
        C: { $id: 'https://example.com/c', not: { $ref: '#/$defs/D' }, $defs: { D: one } },
      },
    },
  });
  expect(root).toEqual(
    schemas({
      A: { not: { $ref: '#/components/schemas/B' } },
      B: { not: { $ref: '#/components/schemas/C' } },
      C: { not: { $ref: '#/components/schemas/D' }, $defs: { D: one } },
      D: one,
    }),
  );
});

test('a document that refers to no other file is its own bundle', async () => {
  const text = JSON.stringify(schemas({ A: { not: { $ref: '#/components/schemas/A' } } }));
  const source = parseSource(text, 'api.json').source as ParsedSource;
  const references = createReferenceIndex(source.root);
  const open = (): never => expect.unreachable();
  const document = { ...source, origin: { kind: 'stdin' }, references } as const;
  expect((await bundleDocument(document, open)).document?.root).toBe(source.root);
});

test('data that looks like references stays as it is', async () => {
  const data = { $ref: 'nowhere.json', properties: { $ref: { $ref: 'nowhere.json' } } };
  const api = {
    'x-data': data,
    ...schemas({
      A: { default: data, enum: [data], const: data, examples: [data], example: data, 'x-a': data },
      B: { properties: { $ref: { type: 'string' }, example: { $ref: '#/components/schemas/A' } } },
    }),
  };
  const { root } = await bundleFiles({ 'api.json': api });
  expect(root).toEqual(api);
});

test('a place in the bundle is located in the file it came from', async () => {
  const { locate } = await bundleFiles({
    'api.json': schemas({ A: { not: { $ref: 'sub/b.json#/x/B' } } }),
    'sub/b.json': { x: { B: { type: 'string', maxLength: 3 } } },
  });
  const at = locate('/components/schemas/B/maxLength');
  expect(at).toMatchObject({ pointer: '/x/B/maxLength', line: 5 });
  expect(at.file).toMatch(/\/sub\/b\.json$/);
  expect(locate('/components/schemas/A/not').file).toMatch(/\/api\.json$/);
});

test.each<[string, Files, string[]]>([
  [
    'a missing file',
    { 'api.json': schemas({ A: { $ref: 'b.json' } }) },
    ['api.json:5 ref-unresolved /components/schemas/A/$ref'],
  ],
  [
    'a missing place in another file',
    { 'api.json': schemas({ A: { $ref: 'b.json#/B' } }), 'b.json': { A: {} } },
    ['api.json:5 ref-unresolved /components/schemas/A/$ref'],
  ],
  [
    'a missing place that another file refers to',
    { 'api.json': schemas({ A: { $ref: 'b.json' } }), 'b.json': { not: { $ref: '#/nope' } } },
    ['b.json:3 ref-unresolved /not/$ref'],
  ],
  [
    'a missing local place, and an inherited one',
    { 'api.json': schemas({ A: { $ref: '#/nope' }, B: { $ref: '#/constructor' } }) },
    [
      'api.json:5 ref-unresolved /components/schemas/A/$ref',
      'api.json:8 ref-unresolved /components/schemas/B/$ref',
    ],
  ],
  [
    'a broken escape',
    { 'api.json': schemas({ A: { $ref: '%zz.json' }, B: { $ref: '#/%zz' } }) },
    [
      'api.json:5 ref-unresolved /components/schemas/A/$ref',
      'api.json:8 ref-unresolved /components/schemas/B/$ref',
    ],
  ],
  [
    'a mapping to a schema that is not there',
    { 'api.json': schemas({ A: { discriminator: { mapping: { a: 'B' } } } }) },
    ['api.json:7 ref-unresolved /components/schemas/A/discriminator/mapping/a'],
  ],
  [
    'a ring of references',
    {
      'api.json': schemas({
        A: { $ref: '#/components/schemas/B' },
        B: { $ref: '#/components/schemas/A' },
        C: { $ref: '#/components/schemas/A' },
      }),
    },
    ['api.json:5 ref-cycle /components/schemas/A/$ref'],
  ],
  [
    'a ring through files',
    { 'api.json': schemas({ A: { $ref: 'b.json' } }), 'b.json': { $ref: 'b.json#' } },
    ['api.json:5 ref-cycle /components/schemas/A/$ref'],
  ],
  [
    'a reference where none may stand',
    { 'api.json': { paths: { $ref: 'b.json' } }, 'b.json': {} },
    ['api.json:3 ref-misplaced /paths/$ref'],
  ],
  [
    'mistakes in another file',
    {
      'api.json': schemas({ A: { $ref: 'b.json' }, B: { $ref: 'b.json#/x' } }),
      'b.json': [] as never,
    },
    ['b.json:1 root-not-object '],
  ],
])('%s is reported', async (_, files, want) => {
  expect(await problemsOf(files)).toEqual(want);
});

test('thousands of references take linear time', async () => {
  const keys = Array.from({ length: 5_000 }, (_, index) => `k${index}`);
  const next = (index: number): string => `#/${keys[(index * 7) % keys.length]}/Same`;
  const { root } = await bundleFiles({
    'api.json': schemas({ All: { anyOf: keys.map((key) => ({ $ref: `b.json#/${key}/Same` })) } }),
    'b.json': Object.fromEntries(
      keys.map((key, index) => [key, { Same: { not: { $ref: next(index) } } }]),
    ),
  });
  const { schemas: all } = root['components'] as { schemas: JsonObject };
  expect(Object.keys(all)).toHaveLength(5_001);
});
