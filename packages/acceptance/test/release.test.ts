import { expect, test } from 'vitest';
import { checkTarball } from '../../../scripts/release/check-tarball.ts';
import { differencesOf } from '../../../scripts/release/compare-release.ts';
import {
  DependencyCycleError,
  orderByDependencies,
} from '../../../scripts/release/dependency-order.ts';
import { exceededBudgets, formatSizes, sizeOf } from '../../../scripts/release/sizes.ts';
import type { Tarball } from '../../../scripts/release/tarball.ts';

const CHECKOUT = '/builds/apipin';

const MANIFEST = {
  name: '@apipin/example',
  version: '1.0.0',
  license: 'Apache-2.0',
  repository: {
    type: 'git',
    url: 'git+https://github.com/apipin/apipin.git',
    directory: 'packages/example',
  },
  engines: { node: '>=22' },
  publishConfig: { access: 'public', provenance: true },
  exports: { '.': './dist/index.js' },
};

const FILES = {
  'package.json': JSON.stringify(MANIFEST),
  'README.md': '# @apipin/example\n',
  LICENSE: 'Apache License\n',
  'dist/index.js': 'export const answer = 42;\n',
  'dist/index.d.ts': 'export declare const answer = 42;\n',
};

function tarballOf(files: Readonly<Record<string, string | undefined>>): Tarball {
  const entries = Object.entries({ ...FILES, ...files }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, new TextEncoder().encode(text)] as const],
  );
  return { packedSize: 400, integrity: 'sha512-of-no-interest', files: new Map(entries) };
}

function withManifest(change: Readonly<Record<string, unknown>>): Tarball {
  return tarballOf({ 'package.json': JSON.stringify({ ...MANIFEST, ...change }) });
}

function filesAtFault(tarball: Tarball): string[] {
  return checkTarball(tarball, CHECKOUT).map(({ file }) => file);
}

test('a tarball with all that it needs has no problem', () => {
  expect(checkTarball(tarballOf({}), CHECKOUT)).toEqual([]);
});

test.each(['README.md', 'LICENSE'])('a tarball without %s is refused', (file) => {
  expect(filesAtFault(tarballOf({ [file]: undefined }))).toEqual([file]);
  expect(filesAtFault(tarballOf({ [file]: ' \n' }))).toEqual([file]);
});

test.each([
  { license: undefined },
  { license: 'MIT' },
  { repository: { type: 'git', url: 'git+https://example.com/another.git' } },
  { engines: { node: '>=18' } },
  { publishConfig: { access: 'public' } },
  { publishConfig: { access: 'public', provenance: false } },
  { dependencies: { '@apipin/other': 'workspace:^' } },
  { peerDependencies: { zod: 'catalog:' } },
])('a package.json that says %o is refused', (change) => {
  expect(filesAtFault(withManifest(change))).toEqual(['package.json']);
});

test('an export, a bin and the types of an export have to be in the tarball', () => {
  const exports = { '.': { node: './dist/index.js', default: './dist/web.js' } };
  const problems = checkTarball(
    withManifest({ exports, bin: { example: 'bin/run.js' } }),
    CHECKOUT,
  );
  expect(problems.map(({ message }) => message.match(/leads to (\S+),/)?.[1])).toEqual([
    'dist/web.js',
    'dist/web.d.ts',
    'bin/run.js',
  ]);
});

test.each([
  'src/index.ts',
  'dist/index.test.js',
  'dist/index.test-d.d.ts',
  'dist/.tsbuildinfo',
  'test/index.js',
  'tsconfig.build.json',
  'vitest.config.ts',
  '.npmrc',
])('%s is of no use to users', (file) => {
  expect(filesAtFault(tarballOf({ [file]: '' }))).toEqual([file]);
});

test.each([
  { sources: ['/builds/apipin/packages/example/src/index.ts'] },
  { sources: ['file:///elsewhere/index.ts'] },
  { sources: ['C:\\elsewhere\\index.ts'] },
  { sourceRoot: '/elsewhere', sources: ['index.ts'] },
])('a source map must not lead to a place on a machine: %o', (map) => {
  const file = 'dist/index.js.map';
  expect(new Set(filesAtFault(tarballOf({ [file]: JSON.stringify(map) })))).toEqual(
    new Set([file]),
  );
});

test('a source map may lead to a file of the tarball', () => {
  const map = JSON.stringify({ sources: ['./index.d.ts', null] });
  expect(filesAtFault(tarballOf({ 'dist/index.js.map': map }))).toEqual([]);
});

test.each([CHECKOUT, '/home/ada/apipin', '/Users/ada/apipin', 'C:\\\\Users\\\\ada\\\\apipin'])(
  'no file names %s',
  (path) => {
    expect(filesAtFault(tarballOf({ 'dist/index.js': `// ${path}/packages` }))).toEqual([
      'dist/index.js',
    ]);
  },
);

test('other contents under a published version are found, whichever side they are on', () => {
  const published = tarballOf({ 'dist/gone.js': '' });
  const packed = tarballOf({ 'README.md': '# Another\n', 'dist/new.js': '' });
  const want = ['README.md', 'dist/gone.js', 'dist/new.js'];
  expect(differencesOf(packed, published, new Set())).toEqual(want);
  expect(differencesOf(published, packed, new Set())).toEqual(want);
});

test('ranges of packages of the workspace may move without a release, and no others', () => {
  const published = withManifest({ dependencies: { '@apipin/other': '^1.0.0', hono: '4.0.0' } });
  const moved = withManifest({ dependencies: { '@apipin/other': '^1.0.1', hono: '4.0.0' } });
  const changed = withManifest({ dependencies: { '@apipin/other': '^1.0.0', hono: '4.0.1' } });
  const gone = withManifest({ dependencies: { hono: '4.0.0' } });
  const workspace = new Set(['@apipin/other']);
  expect(differencesOf(moved, published, workspace)).toEqual([]);
  expect(differencesOf(moved, published, new Set())).toEqual(['package.json']);
  expect(differencesOf(changed, published, workspace)).toEqual(['package.json']);
  expect(differencesOf(gone, published, workspace)).toEqual(['package.json']);
});

test('packages come after what they depend on, peers included', () => {
  const ordered = orderByDependencies([
    packageOf('cli', {
      peerDependencies: { sandbox: '^1.0.0' },
      dependencies: { model: '^1.0.0' },
    }),
    packageOf('diff', { dependencies: { model: '^1.0.0', yaml: '2.0.0' } }),
    packageOf('model', { devDependencies: { cli: '^1.0.0' } }),
    packageOf('sandbox', { optionalDependencies: { diff: '^1.0.0' } }),
  ]);
  expect(ordered.map(({ manifest }) => manifest.name)).toEqual(['model', 'diff', 'sandbox', 'cli']);
});

test('packages that need each other cannot be ordered', () => {
  const order = (): unknown =>
    orderByDependencies([
      packageOf('a', { dependencies: { b: '^1.0.0' } }),
      packageOf('b', { dependencies: { c: '^1.0.0' } }),
      packageOf('c', { peerDependencies: { b: '^1.0.0' } }),
    ]);
  expect(order).toThrow(DependencyCycleError);
  expect(order).toThrow(/^b → c → b: /);
});

function packageOf(name: string, fields: object) {
  return { manifest: { name, version: '1.0.0', ...fields } };
}

test('a size says how it changed, and whether it is within its budget', () => {
  const size = sizeOf(tarballOf({}));
  const unpacked = Object.values(FILES).join('').length;
  expect(size).toEqual({ packed: 400, unpacked, files: 5 });

  const last = { packed: 410, unpacked, files: 3 };
  const rows = [
    { name: 'known', size, last, budget: { packed: 400, unpacked, files: 4 } },
    { name: 'first', size, last: undefined, budget: size },
  ];
  const cells = formatSizes(rows)
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells[2]?.slice(1, 10)).toEqual(
    ['known', 400, -10, 400, unpacked, '=', unpacked, 5, '+2'].map(String),
  );
  expect(cells[3]?.filter((cell) => cell === 'new')).toHaveLength(3);
  expect(exceededBudgets(rows)).toEqual([
    expect.stringMatching(/^known: 5 files, and the budget is 4;/),
  ]);
});
