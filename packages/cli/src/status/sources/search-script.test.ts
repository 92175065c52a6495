import { expect, test } from 'vitest';
import { loadKnownApis } from '../load-known-apis.ts';
import { createPathMatcher } from './match-path.ts';
import { searchScript } from './search-script.ts';

const KNOWN_APIS = await loadKnownApis();

const MATCHER = createPathMatcher(KNOWN_APIS);

function pathsIn(source: string, extension = '.ts'): string[] {
  return searchScript(source, extension, MATCHER).paths.map(
    ({ line, column, version, method, operations }) =>
      [`${line}:${column}`, version, method ?? 'any', operations.join('|')].join(' '),
  );
}

function importsIn(source: string, extension = '.ts'): string[] {
  const { imports } = searchScript(source, extension, MATCHER);
  return imports.map(({ line, column, specifier }) => `${line}:${column} ${specifier}`);
}

test.each([
  ["import { createClient } from 'custom-channels';", '1:30 custom-channels'],
  ["import type { Message } from 'custom-channels';", '1:30 custom-channels'],
  ["import 'custom-channels';", '1:8 custom-channels'],
  ["import data from './data.json' with { type: 'json' };", '1:18 ./data.json'],
  ["export * from 'custom-channels';", '1:15 custom-channels'],
  ["export { createClient as c } from 'custom-channels';", '1:35 custom-channels'],
  ["const client = await import('custom-channels');", '1:29 custom-channels'],
  ['const client = await import(`custom-channels`);', '1:29 custom-channels'],
  ["const client = require('custom-channels');", '1:24 custom-channels'],
  ["const path = require.resolve('custom-channels');", '1:30 custom-channels'],
  ["import client = require('custom-channels');", '1:25 custom-channels'],
  ["type Client = import('custom-channels').Client;", '1:22 custom-channels'],
])('%s imports', (source, want) => {
  expect(importsIn(source)).toEqual([want]);
});

test.each([
  "// import 'custom-channels'",
  "const text = `import 'custom-channels'`;",
  "const client = import('custom-' + 'channels' + version);",
  'const client = require(name);',
  "other('custom-channels');",
])('%s imports nothing that is known', (source) => {
  expect(importsIn(source)).toEqual([]);
});

test.each([
  ['.tsx', 'import \'a\'; const x = <p title="b">{1 as number}</p>;'],
  ['.jsx', "import 'a'; const x = <p/>;"],
  ['.js', "// @flow\nimport 'a'; const x: number = 1; const y = <p/>;"],
  ['.mts', "import 'a'; const x = <number>1;"],
  ['.cts', "import 'a'; enum Colour { Red }"],
  ['.ts', "import 'a'; @decorated class X { accessor y = 1; constructor(private z: string) {} }"],
  ['.ts', "import 'a'; const x = 1; const x = 2; return await x;"],
  ['.js', "#!/usr/bin/env node\nimport 'a';"],
])('%s is parsed in its dialect: %s', (extension, source) => {
  expect(importsIn(source, extension)).toEqual([expect.stringMatching(/ a$/)]);
});

test('finds paths in strings and templates, with place, version and operation', () => {
  const source = `const root = 'https://api.hubapi.com/conversations/v3/custom-channels';
await fetch(\`\${base}/conversations/custom-channels/2026-03/\${id}/messages/\${message}\`, {
  method: 'PATCH',
});
`;
  expect(pathsIn(source)).toEqual([
    '1:37 v3 any listChannels|createChannel',
    '2:21 2026-03 PATCH updateMessage',
  ]);
});

test('what is only known when the program runs is said to be so', () => {
  const source = 'get(`/conversations/v3/custom-channels/${id}/messages/${a}-${b}?x=${c}`)';
  const [site] = searchScript(source, '.js', MATCHER).paths;
  expect(site?.path).toBe('/conversations/v3/custom-channels/{…}/messages/{…}-{…}');
});

test('comments and types do not count', () => {
  const source = `// '/conversations/v3/custom-channels'
/** \`/conversations/v3/custom-channels\` */
type Path = '/conversations/v3/custom-channels';
const element = <p>{/* '/conversations/v3/custom-channels' */} /conversations/v3/custom-channels</p>;
const pattern = /\\/conversations\\/v3\\/custom-channels/;
`;
  expect(pathsIn(source, '.tsx')).toEqual([]);
});

test('a sum of strings is one path', () => {
  const source = `client.patch('/conversations/v3/custom-channels/' + id + '/messages/' + encode('x'));`;
  expect(pathsIn(source)).toEqual(['1:15 v3 PATCH updateMessage']);
});

test.each([
  ["fetch('/conversations/v3/custom-channels/1')", 'GET getChannel'],
  ["fetch('/conversations/v3/custom-channels/1', { headers: {} })", 'GET getChannel'],
  ["fetch('/conversations/v3/custom-channels/1', { method: 'DELETE' })", 'DELETE archiveChannel'],
  ["fetch('/conversations/v3/custom-channels/1', { 'method': 'delete' })", 'DELETE archiveChannel'],
  [
    "fetch('/conversations/v3/custom-channels/1', { ...options })",
    'any getChannel|archiveChannel|updateChannel',
  ],
  [
    "fetch('/conversations/v3/custom-channels/1', options)",
    'any getChannel|archiveChannel|updateChannel',
  ],
  [
    "fetch(new URL('/conversations/v3/custom-channels/1', base), { method: 'PATCH' })",
    'PATCH updateChannel',
  ],
  ["new Request('/conversations/v3/custom-channels/1')", 'GET getChannel'],
  ["axios.delete('/conversations/v3/custom-channels/1')", 'DELETE archiveChannel'],
  ["client.raw.PATCH('/conversations/v3/custom-channels/{channelId}')", 'PATCH updateChannel'],
  ["client?.patch('/conversations/v3/custom-channels/1')", 'PATCH updateChannel'],
  [
    "request({ url: '/conversations/v3/custom-channels/1', method: 'PATCH' })",
    'PATCH updateChannel',
  ],
  ["axios.put('/conversations/v3/custom-channels/1')", 'PUT '],
  [
    "axios.create({ baseURL: '/conversations/v3/custom-channels' }).get('/1')",
    'any listChannels|createChannel',
  ],
  [
    "on.get(() => '/conversations/v3/custom-channels/1')",
    'any getChannel|archiveChannel|updateChannel',
  ],
])('%s is %s', (source, want) => {
  expect(pathsIn(source)).toEqual([expect.stringContaining(` v3 ${want}`)]);
});

test('a path behind an escape sequence is found where its string begins', () => {
  expect(pathsIn(`x('\\u0041\\n/conversations/v3/custom-channels/1/nothing')`)).toEqual([
    '1:4 v3 any ',
  ]);
});

test('source that nests without end is refused, not fatal', () => {
  expect(() => searchScript('['.repeat(100_000), '.ts', MATCHER)).toThrow();
  expect(() => searchScript(`a${'+a'.repeat(200_000)}`, '.ts', MATCHER)).toThrow();
});
