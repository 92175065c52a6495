import { symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { createDirectory } from '../test/directory.ts';
import { loadDocument, type LoadOptions } from './load.ts';

const minimal = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";

async function loadFiles(
  files: { readonly [path: string]: string | Uint8Array },
  options?: LoadOptions,
): ReturnType<typeof loadDocument> {
  return loadDocument(join(await createDirectory(files), 'api.yaml'), options);
}

/** Line, code and pointer of everything reported. */
async function problemsOf(result: ReturnType<typeof loadDocument>): Promise<string[]> {
  const { document, diagnostics } = await result;
  expect(document).toBeUndefined();
  return diagnostics.map(({ at, code }) => `${at.line} ${code} ${at.pointer}`);
}

async function* chunksOf(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function serve(files: { readonly [path: string]: string }): Promise<string> {
  const server = createServer((request, response) => {
    const text = files[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a file is loaded under the name it was given', async () => {
  const path = join(await createDirectory({ 'api.yaml': minimal }), 'api.yaml');
  const { document, diagnostics } = await loadDocument(path);
  expect(diagnostics).toEqual([]);
  expect(document?.name).toBe(path);
  expect(document?.root).toEqual({ openapi: '3.1.0', info: { title: 'T', version: '1' } });
  expect(document?.locate('/info')).toEqual({ file: path, pointer: '/info', line: 2 });
});

test('a byte order mark is no part of the text', async () => {
  const { document } = await loadFiles({ 'api.yaml': `\uFEFF${minimal}` });
  expect(Object.keys(document?.root ?? {})).toEqual(['openapi', 'info']);
});

test('standard input is read in whatever pieces it comes', async () => {
  const euro = Buffer.from('x: €\n');
  async function* stdin(): AsyncGenerator<Uint8Array> {
    for (const byte of euro) yield Uint8Array.of(byte);
  }
  const { document } = await loadDocument('-', { stdin: stdin() });
  expect(document?.root).toEqual({ x: '€' });
  expect(document?.locate('/x').file).toBe('<stdin>');
});

test('overlays are applied in order, and what they add is located at its nearest ancestor', async () => {
  const directory = await createDirectory({
    'api.yaml': minimal,
    'one.yaml': `overlay: 1.0.0\ninfo: { title: T, version: '1' }
actions: [{ target: $.info, update: { title: One, x-a: 1 } }]`,
    'two.yaml': `overlay: 1.0.0\ninfo: { title: T, version: '1' }
actions: [{ target: "$[?@.title == 'One']", update: { title: Two } }]`,
  });
  const overlays = [join(directory, 'one.yaml'), join(directory, 'two.yaml')];
  const { document } = await loadDocument(join(directory, 'api.yaml'), { overlays });
  expect(document?.root['info']).toEqual({ title: 'Two', version: '1', 'x-a': 1 });
  expect(document?.locate('/info/x-a')).toMatchObject({ pointer: '/info', line: 2 });
});

test('an overlay that no longer fits fails the load, in the file of the overlay', async () => {
  const directory = await createDirectory({
    'api.yaml': minimal,
    'one.yaml': `overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions:\n  - target: $.paths\n    remove: true`,
  });
  const overlays = [join(directory, 'one.yaml'), join(directory, 'missing.yaml')];
  const { document, diagnostics } = await loadDocument(join(directory, 'api.yaml'), { overlays });
  expect(document).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'overlay-target-unmatched', at: { file: overlays[0], line: 4 } },
    { code: 'cannot-read', at: { file: overlays[1], line: 1 } },
  ]);
});

test.each([
  ['a file that is not there', {}, '1 cannot-read '],
  ['a directory', { 'api.yaml/a.txt': '' }, '1 cannot-read '],
  ['an empty file', { 'api.yaml': '' }, '1 empty-source '],
  [
    'bytes that are not UTF-8',
    { 'api.yaml': Buffer.from('a: 1\nb: \xff\n', 'latin1') },
    '2 invalid-utf-8 ',
  ],
  ['UTF-16', { 'api.yaml': Buffer.from(`\uFEFF${minimal}`, 'utf16le') }, '1 invalid-utf-8 '],
])('%s is reported', async (_, files: Record<string, string | Uint8Array>, want) => {
  expect(await problemsOf(loadFiles(files))).toEqual([want]);
});

test.each([
  ['a path that no system accepts', 'a\0b', 'cannot-read'],
  ['standard input where there is none', '-', 'cannot-read'],
  ['a URL while the network is off', 'https://example.com/api.yaml', 'network-refused'],
  ['an unencrypted URL in any case', 'http://example.com/api.yaml', 'network-refused'],
])('%s is reported', async (_, source, code) => {
  const allowNetwork = source.startsWith('http:');
  expect(await problemsOf(loadDocument(source, { allowNetwork }))).toEqual([`1 ${code} `]);
});

test('the size limit covers all files together', async () => {
  const files = {
    'api.yaml': `components: { schemas: { A: { $ref: a.yaml } } }\n`,
    'a.yaml': `description: ${'a'.repeat(500)}\n`,
  };
  expect((await loadFiles(files, { maxBytes: 1_000 })).diagnostics).toEqual([]);
  expect(await problemsOf(loadFiles(files, { maxBytes: 300 }))).toEqual([
    '1 ref-unresolved /components/schemas/A/$ref',
  ]);
  expect(await problemsOf(loadFiles(files, { maxBytes: 20 }))).toEqual(['1 source-too-large ']);
});

test('endless input is cut off', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield Buffer.alloc(1_000, 'a');
  }
  const stdin = endless();
  expect(await problemsOf(loadDocument('-', { stdin, maxBytes: 10_000 }))).toEqual([
    '1 source-too-large ',
  ]);
});

const refersTo = (ref: string): string =>
  JSON.stringify({ components: { schemas: { A: { $ref: ref } } } });

test('the files of a document are read below its folder only', async () => {
  const directory = await createDirectory({
    'secret.yaml': 'type: string\n',
    'spec/inside.yaml': 'type: string\n',
    'spec/up.yaml': refersTo('../secret.yaml'),
    'spec/around.yaml': refersTo('../spec/inside.yaml'),
    'spec/link.yaml': refersTo('linked.yaml'),
    'spec/absolute.yaml': refersTo('/etc/hosts'),
    'spec/escaped.yaml': refersTo('%2e%2e%2fsecret.yaml'),
    'spec/url.yaml': refersTo('file:///etc/hosts'),
    'spec/indirect.yaml': refersTo('up.yaml#/components/schemas/A'),
  });
  await symlink(join(directory, 'secret.yaml'), join(directory, 'spec/linked.yaml'));
  const load = (name: string, options?: LoadOptions): ReturnType<typeof loadDocument> =>
    loadDocument(join(directory, 'spec', name), options);

  expect((await load('around.yaml')).diagnostics).toEqual([]);
  for (const name of ['up', 'link', 'absolute', 'escaped', 'url', 'indirect']) {
    const want = ['1 ref-refused /components/schemas/A/$ref'];
    expect(await problemsOf(load(`${name}.yaml`))).toEqual(want);
  }
  for (const name of ['up', 'link', 'escaped', 'indirect']) {
    const { diagnostics } = await load(`${name}.yaml`, { allowRefsOutside: true });
    expect(diagnostics).toEqual([]);
  }
});

test('references from standard input lead to no file', async () => {
  const stdin = chunksOf(refersTo('package.json'));
  expect(await problemsOf(loadDocument('-', { stdin }))).toEqual([
    '1 ref-refused /components/schemas/A/$ref',
  ]);
});

test('references to the network are followed only when allowed', async () => {
  const origin = await serve({ '/a.yaml': 'A: { type: string }\n' });
  const files = { 'api.yaml': refersTo(`${origin}/a.yaml#/A`) };
  expect(await problemsOf(loadFiles(files))).toEqual(['1 ref-refused /components/schemas/A/$ref']);
  const { document } = await loadFiles(files, { allowNetwork: true });
  expect(document?.root).toEqual({ components: { schemas: { A: { type: 'string' } } } });
  expect(document?.locate('/components/schemas/A')).toEqual({
    file: `${origin}/a.yaml`,
    pointer: '/A',
    line: 1,
  });
});

test('a document from the network refers to its neighbours, not to files', async () => {
  const origin = await serve({
    '/v1/api.yaml': refersTo('../common.yaml'),
    '/common.yaml': 'type: string\n',
    '/evil.yaml': refersTo('file:///etc/hosts'),
    '/missing.yaml': refersTo('nope.yaml'),
  });
  const load = (path: string): ReturnType<typeof loadDocument> =>
    loadDocument(origin + path, { allowNetwork: true });
  expect((await load('/v1/api.yaml')).document?.root).toMatchObject({
    components: { schemas: { A: { type: 'string' } } },
  });
  expect(await problemsOf(load('/evil.yaml'))).toEqual([
    '1 ref-refused /components/schemas/A/$ref',
  ]);
  expect(await problemsOf(load('/missing.yaml'))).toEqual([
    '1 ref-unresolved /components/schemas/A/$ref',
  ]);
});

test('loads a text that was read already, and follows its references from where it came from', async () => {
  const folder = await createDirectory({ 'parts/pet.yaml': 'type: string\n' });
  const text = `openapi: 3.1.0
info: { title: Pets, version: '1' }
components: { schemas: { Pet: { $ref: parts/pet.yaml } } }
`;
  const { document, diagnostics } = await loadDocument({ text, name: `${folder}/pets.yaml` });
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(document?.root)).toContain('"type":"string"');
});
