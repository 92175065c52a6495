import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apipin, createFolder, type Outcome } from '../../test/terminal.ts';

const REPOSITORY = join(import.meta.dirname, '../../../..');

/** Versions of an API of the test's own: v1 has ended, v2 has not, and v3 comes after both. */
const VERSIONS = `apis:
  pets:
    versions:
      - { id: v1, spec: v1.yaml, status: supported, supportedUntil: '2001-01', successor: v2 }
      - { id: v2, spec: v2.yaml, status: supported, supportedUntil: '2999-01', successor: v3 }
      - { id: v3, spec: v3.yaml, status: current }
`;

function spec(version: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: ${version} }
servers: [{ url: 'https://example.com/store/' }]
paths:
  /${version}/pets/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getPet
      responses: { '200': { description: A pet } }
    delete:
      operationId: removePet
      responses: { '204': { description: Gone } }
`;
}

const KNOWLEDGE = {
  'specs/versions.yaml': VERSIONS,
  'specs/v1.yaml': spec('v1'),
  'specs/v2.yaml': spec('v2'),
  'specs/v3.yaml': spec('v3'),
};

function manifest(members: object): string {
  return JSON.stringify(members);
}

function pnpmLock(importers: string, packages: readonly string[]): string {
  const list = packages.map((name) => `  '${name}': {}\n`).join('');
  return `lockfileVersion: '9.0'\nimporters:\n${importers}packages:\n${list}snapshots:\n${list}`;
}

/** A consumer of v1 under an alias, with a library that brings v2, and a request by hand. */
const PROJECT = {
  ...KNOWLEDGE,
  'package.json': manifest({
    name: 'shop',
    dependencies: { pets: 'npm:@apipin/pets-v1@^0.1.0', 'pet-library': '^1.0.0' },
  }),
  'pnpm-lock.yaml': `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      pets: { specifier: 'npm:@apipin/pets-v1@^0.1.0', version: '@apipin/pets-v1@0.1.4' }
      pet-library: { specifier: ^1.0.0, version: 1.0.0 }
packages:
  '@apipin/pets-v1@0.1.4': {}
  '@apipin/pets-v2@0.2.0': {}
  pet-library@1.0.0: {}
snapshots:
  '@apipin/pets-v1@0.1.4': {}
  '@apipin/pets-v2@0.2.0': {}
  pet-library@1.0.0:
    dependencies:
      '@apipin/pets-v2': 0.2.0
`,
  'src/a.ts': "import { createClient } from 'pets';\n// fetch('/store/v1/pets/1')\n",
  'src/b.ts':
    "import type { Pet } from 'pets/types';\nawait fetch(`${base}/store/v1/pets/${id}`);\n",
};

async function status(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  options: { readonly isTTY?: boolean } = {},
): Promise<Outcome> {
  return apipin(await createFolder(files), ['status', ...args], options);
}

async function statusAsJson(files: Readonly<Record<string, string>>): Promise<unknown> {
  const { stdout, stderr, code } = await status(files, ['--json']);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return JSON.parse(stdout);
}

test('says who pins what, what is installed, where it is used, and what to do', async () => {
  const { code, stdout, stderr } = await status(PROJECT);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  // How wide columns are depends on the day.
  expect(stdout.replaceAll(/ {3,}/g, '  ')).toBe(`\
consumer  pin  resolved  imported in  status  supported until  move to
shop  pets: npm:@apipin/pets-v1@^0.1.0  0.1.4  2 files  unsupported  2001-01 (0 days)  @apipin/pets-v3
shop  through pet-library › @apipin/pets-v2  0.2.0  -  supported  ${daysUntil('2999-01')}  @apipin/pets-v3

Two versions in one bundle
  .: pets: @apipin/pets-v1 0.1.4 as pets
  .: pets: @apipin/pets-v2 0.2.0 through pet-library › @apipin/pets-v2

Literal paths (1)
  literal path  version  status  supported until  client call
  src/b.ts:2:21  pets v1  unsupported  2001-01 (0 days)  getPet, for GET /store/v1/pets/{…}

Next
  package.json: pnpm add pets@npm:@apipin/pets-v3
  to keep code for v1 meanwhile, @apipin/pets-compat maps it to a newer version
  in place of literal paths of v1, call the operations of @apipin/pets-v3
`);
});

function daysUntil(month: string): string {
  const today = Math.floor(Date.now() / 86_400_000);
  return `${month} (${Date.parse(month) / 86_400_000 - today} days)`;
}

test('--json has all of it, as one object', async () => {
  const client = { role: 'client', api: 'pets' };
  const identity = { ...client, package: '@apipin/pets-v1', version: 'v1', resolved: '0.1.4' };
  expect(await statusAsJson(PROJECT)).toEqual({
    ok: true,
    asOf: new Date().toISOString().slice(0, 10),
    versions: [
      {
        api: 'pets',
        id: 'v1',
        released: null,
        status: 'unsupported',
        supportedUntil: '2001-01',
        lastSupportedDay: '2000-12-31',
        daysLeft: 0,
        successor: 'v3',
        successorPackage: '@apipin/pets-v3',
        isFailing: false,
      },
      expect.objectContaining({ id: 'v2', status: 'supported', lastSupportedDay: '2998-12-31' }),
    ],
    consumers: [
      {
        folder: '.',
        name: 'shop',
        packageManager: 'pnpm',
        lockfile: 'pnpm-lock.yaml',
        pins: [
          {
            ...identity,
            name: 'pets',
            specifier: 'npm:@apipin/pets-v1@^0.1.0',
            field: 'dependencies',
            imports: [
              { file: 'src/a.ts', line: 1, column: 30, specifier: 'pets' },
              { file: 'src/b.ts', line: 1, column: 26, specifier: 'pets/types' },
            ],
          },
        ],
        transitive: [
          {
            ...client,
            package: '@apipin/pets-v2',
            version: 'v2',
            resolved: '0.2.0',
            path: ['pet-library', '@apipin/pets-v2'],
          },
        ],
        unpinnedImports: [],
      },
    ],
    twoVersions: [
      {
        consumer: '.',
        api: 'pets',
        copies: [
          { package: '@apipin/pets-v1', version: 'v1', resolved: '0.1.4', path: ['pets'] },
          {
            package: '@apipin/pets-v2',
            version: 'v2',
            resolved: '0.2.0',
            path: ['pet-library', '@apipin/pets-v2'],
          },
        ],
      },
    ],
    literalPaths: [
      {
        file: 'src/b.ts',
        line: 2,
        column: 21,
        api: 'pets',
        version: 'v1',
        path: '/store/v1/pets/{…}',
        method: 'GET',
        operations: ['getPet'],
      },
    ],
    problems: [],
  });
});

test('every project of a workspace is a consumer; its imports are those of the nearest pin', async () => {
  const report = await statusAsJson({
    ...KNOWLEDGE,
    'package.json': manifest({ name: 'root', devDependencies: { '@apipin/pets-v2': '^0.1.0' } }),
    'pnpm-workspace.yaml': 'packages: [apps/*]\ncatalog:\n  pets: npm:@apipin/pets-v1@^0.1.0\n',
    'apps/one/package.json': manifest({ name: 'one', dependencies: { pets: 'catalog:' } }),
    'apps/one/src/a.ts': "import 'pets'; import '@apipin/pets-v2';",
    'apps/two/package.json': manifest({ name: 'two' }),
    'apps/two/a.ts': "import '@apipin/pets-v3';",
    'apps/three/package.json': manifest({ name: 'three', dependencies: { react: '^19.0.0' } }),
    'apps/three/node_modules/x/package.json': manifest({
      dependencies: { '@apipin/pets-v1': '1' },
    }),
    'clients/v1/package.json': manifest({ name: '@apipin/pets-v1' }),
    'clients/v1/src/a.ts': "fetch('/store/v1/pets/1')",
  });
  expect(report).toMatchObject({
    consumers: [
      {
        folder: '.',
        pins: [{ package: '@apipin/pets-v2', imports: [{ file: 'apps/one/src/a.ts' }] }],
      },
      { folder: 'apps/one', pins: [{ name: 'pets', package: '@apipin/pets-v1' }] },
      { folder: 'apps/two', pins: [], unpinnedImports: [{ specifier: '@apipin/pets-v3' }] },
    ],
    twoVersions: [],
    literalPaths: [],
  });
});

test('two versions, or two copies of a client, in one package.json', async () => {
  const dependencies = { old: 'npm:@apipin/pets-v1@1', '@apipin/pets-v2-zod': '1' };
  expect(
    await statusAsJson({ ...KNOWLEDGE, 'package.json': manifest({ dependencies }) }),
  ).toMatchObject({ twoVersions: [{ copies: [{ version: 'v1' }, { version: 'v2' }] }] });

  const lock = pnpmLock(
    `  .:\n    dependencies:\n      a: { version: '@apipin/pets-v1@0.1.0' }\n      b: { version: '@apipin/pets-v1@0.2.0' }\n`,
    ['@apipin/pets-v1@0.1.0', '@apipin/pets-v1@0.2.0'],
  );
  const copies = { a: 'npm:@apipin/pets-v1@0.1.0', b: 'npm:@apipin/pets-v1@0.2.0' };
  const files = { 'package.json': manifest({ dependencies: copies }), 'pnpm-lock.yaml': lock };
  expect(await statusAsJson({ ...KNOWLEDGE, ...files })).toMatchObject({
    twoVersions: [{ copies: [{ resolved: '0.1.0' }, { resolved: '0.2.0' }] }],
  });
});

test('a client beside its validators and the package that maps between versions is one version', async () => {
  const dependencies = {
    '@apipin/pets-v1': '1',
    '@apipin/pets-v1-zod': '1',
    '@apipin/pets-compat': '1',
  };
  const lock = `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      '@apipin/pets-v1': { version: 1.0.0 }
      '@apipin/pets-v1-zod': { version: 1.0.0 }
      '@apipin/pets-compat': { version: 1.0.0 }
snapshots:
  '@apipin/pets-v1@1.0.0': {}
  '@apipin/pets-v2@1.0.0': {}
  '@apipin/pets-v1-zod@1.0.0': {}
  '@apipin/pets-compat@1.0.0':
    dependencies: { '@apipin/pets-v1': 1.0.0, '@apipin/pets-v2': 1.0.0 }
`;
  const files = { 'package.json': manifest({ dependencies }), 'pnpm-lock.yaml': lock };
  expect(await statusAsJson({ ...KNOWLEDGE, ...files })).toMatchObject({
    consumers: [{ pins: [{}, {}, { role: 'compat', version: null }], transitive: [] }],
    twoVersions: [],
  });
});

test('a lockfile that has another package than package.json asks for is out of date', async () => {
  const lock = PROJECT['pnpm-lock.yaml'].replaceAll('pets-v1', 'pets-v3');
  expect(await statusAsJson({ ...PROJECT, 'pnpm-lock.yaml': lock })).toMatchObject({
    consumers: [{ pins: [{ package: '@apipin/pets-v1', resolved: null }] }],
    problems: [
      { file: 'pnpm-lock.yaml', message: expect.stringMatching(/install again/) as string },
    ],
  });
});

const PINNED_TO = (version: string) => ({
  ...KNOWLEDGE,
  'package.json': manifest({ dependencies: { pets: `npm:@apipin/pets-${version}@1` } }),
});
const CALLS = (version: string) => ({ ...KNOWLEDGE, 'a.py': `get("/store/${version}/pets/1")` });

test.each([
  ['a pin to v1', PINNED_TO('v1'), 'unsupported', 1],
  ['a pin to v2', PINNED_TO('v2'), 'unsupported', 0],
  ['a pin to v1', PINNED_TO('v1'), '90', 1],
  ['a pin to v2', PINNED_TO('v2'), '90', 0],
  ['a pin to v2', PINNED_TO('v2'), '99999', 0],
  ['a pin to v3, of which no end is known', PINNED_TO('v3'), '99999', 0],
  ['a pin to v9, which nobody knows', PINNED_TO('v9'), '99999', 0],
  ['a path of v1', CALLS('v1'), 'unsupported', 1],
  ['a path of v2', CALLS('v2'), 'unsupported', 0],
  ['what a library brings', { ...PROJECT, 'src/b.ts': '' }, 'unsupported', 1],
  ['nothing', KNOWLEDGE, 'unsupported', 0],
])('%s with --fail-on: %s', async (_, files, failOn, code) => {
  const asText = await status(files, ['--fail-on', failOn]);
  expect({ code: asText.code, stderr: asText.stderr }).toEqual({ code, stderr: '' });
  const asJson = await status(files, ['--fail-on', failOn, '--json']);
  expect(asJson.code).toBe(code);
  expect(JSON.parse(asJson.stdout)).toMatchObject({ ok: code === 0 });
});

test('without --fail-on, what was found is exit 0', async () => {
  expect((await status(PINNED_TO('v1'))).code).toBe(0);
});

test('a project that has nothing to do with any API', async () => {
  const outcome = await status({ 'package.json': '{}', 'a.ts': "import 'react';" });
  expect(outcome).toEqual({ code: 0, stdout: 'No consumer of a known API.\n', stderr: '' });
});

test('this release knows its own APIs, wherever it runs', async () => {
  const { stdout } = await status({
    'package.json': manifest({
      dependencies: { 'custom-channels': 'npm:@apipin/custom-channels-v3@^0.1.0' },
    }),
    'yarn.lock': `"custom-channels@npm:@apipin/custom-channels-v3@^0.1.0":\n  version "0.1.3"\n`,
    'a.js': "axios.patch('/conversations/v3/custom-channels/1/messages/' + id)",
  });
  expect(stdout).toMatch(
    /^\. .*custom-channels-v3.* 0\.1\.3 .* 2027-09 .*@apipin\/custom-channels-/m,
  );
  expect(stdout).toMatch(/a\.js:1:14 .* updateMessage, for PATCH /);
  expect(stdout).toContain('yarn add custom-channels@npm:@apipin/custom-channels-');
});

test.each([
  [['a', 'b'], /one path at a time; what is "b"\?/],
  [['missing'], /cannot read missing/],
  [['package.json'], /package\.json is a file; name the folder/],
  [['--fail-on', 'soon'], /--fail-on takes "unsupported" or a number of days, not "soon"/],
  [['--fail-on', '-1'], /--fail-on/],
  [['--fail-on', '1.5'], /not "1\.5"/],
  [['--fail-on', ''], /not ""/],
  [['--table'], /--help/],
])('status %j is exit 2 and says what to do', async (args, message) => {
  const { code, stdout, stderr } = await status({ 'package.json': '{}' }, args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

test('colour and progress are for terminals alone', async () => {
  const inTerminal = await status(PROJECT, [], { isTTY: true });
  expect(inTerminal.stdout).toContain('\u001b[31m');
  expect(inTerminal.stderr).toContain('searching sources');
  expect((await status(PROJECT)).stdout).not.toContain('\u001b');
  expect((await status(PROJECT, ['--json'], { isTTY: true })).stdout).not.toContain('\u001b');
});

test('what cannot be read is said, and the rest is reported', async () => {
  const { code, stdout } = await status({
    ...PROJECT,
    'broken/package.json': '{"name": ',
    'lock/package.json': manifest({ dependencies: { '@apipin/pets-v2': '1' } }),
    'lock/package-lock.json': '{',
    'lockb/package.json': manifest({ dependencies: { '@apipin/pets-v2': '1' } }),
    'lockb/bun.lockb': '\u0000',
    'specs/v3.yaml': 'openapi: [',
  });
  expect(code).toBe(0);
  expect(stdout).toContain('pets: npm:@apipin/pets-v1@^0.1.0');
  expect(stdout).toMatch(/\nNot read\n/);
  expect(stdout).toMatch(/^ {2}specs\/v3\.yaml: the spec cannot be used/m);
  expect(stdout).toMatch(/^ {2}broken\/package\.json: cannot be parsed/m);
  expect(stdout).toMatch(/^ {2}lock\/package-lock\.json: cannot be read as a lockfile/m);
  expect(stdout).toMatch(/^ {2}lockb\/bun\.lockb: .*bun\.lock\b/m);
});

test.each([
  'apis: [',
  'apis: 1',
  'apis:\n  pets:\n    versions: [{ id: v1, spec: ../../outside.yaml }]\n',
])('a specs/versions.yaml that cannot be used is a problem, and no more: %j', async (versions) => {
  const { code, stdout } = await status({ 'specs/versions.yaml': versions });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^No consumer of a known API\.\n\nNot read\n/);
});

test('text of the project moves no cursor and colours nothing', async () => {
  const hostile = '\u001b[2J\u009b31m\u202e\r\n\u0007';
  const files = {
    ...KNOWLEDGE,
    'package.json': manifest({
      name: `shop${hostile}`,
      dependencies: {
        [`pets${hostile}`]: 'npm:@apipin/pets-v1@1',
        '@apipin/pets-v2': `1${hostile}`,
        __proto__: 'npm:@apipin/pets-v1@1',
      },
    }),
    [`src/${hostile.replaceAll('\u0000', '')}.ts`]: "fetch('/store/v1/pets/\\u001b[2J')",
    'broken/package.json': `{${hostile}`,
  };
  for (const args of [[], ['--json']]) {
    const { code, stdout } = await status(files, args);
    expect(code).toBe(0);
    expect(stdout).toContain('pets-v1');
    // oxlint-disable-next-line no-control-regex -- what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  }
});

test('the examples of this repository', async () => {
  const { code, stdout } = await apipin(REPOSITORY, ['status', 'packages/examples', '--json']);
  expect(code).toBe(0);
  const { consumers, twoVersions, problems } = JSON.parse(stdout) as {
    consumers: {
      folder: string;
      lockfile: string;
      pins: { name: string; version: string | null }[];
    }[];
    twoVersions: { consumer: string }[];
    problems: unknown[];
  };
  expect(problems).toEqual([]);
  expect(
    consumers.map(({ folder, pins }) => [folder, ...pins.map(({ version }) => version)]),
  ).toEqual([
    ['demo', '2026-03', null],
    ['pinned-to-2026-03', '2026-03'],
    ['pinned-to-v3', 'v3'],
    ['v3-over-2026-03', null],
  ]);
  expect(consumers[0]?.lockfile).toBe('../../pnpm-lock.yaml');
  expect(twoVersions.map(({ consumer }) => consumer)).toEqual(['demo']);
});
