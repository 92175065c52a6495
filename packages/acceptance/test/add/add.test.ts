import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apipinHere } from '../apipin.ts';
import { repositoryPath } from '../repository.ts';
import { petStore } from './pet-store.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/*
 * An API that nobody here has seen goes from two documents to packages that run: `apipin add` makes all that can be made,
 * the compiler says what is left, and this test writes that. Each test goes on where the one before it ended.
 */

const CLIENTS = ['pet-store-1', 'pet-store-2'];
const PACKAGES = [...CLIENTS, ...CLIENTS.map((name) => `${name}-zod`), 'pet-store-compat'];

const VERSIONS = `# Kept by hand.
apis:
  moods:
    versions:
      - id: 'v1'
        spec: v1/moods.yaml
        status: current # as far as we know
`;

const MOODS = `openapi: 3.1.0
info: { title: Moods, version: v1 }
paths: {}
components:
  schemas:
    Mood: { type: string }
`;

const README = `# Packages

| package                                  | what it is for                       | depends on       |
| ---------------------------------------- | ------------------------------------ | ---------------- |
| [\`@apipin/moods-v1\`](packages/moods-v1) | the client of one version, generated | \`client-runtime\` |
`;

let workspace: Workspace;
/** The paths of the files that were written. */
let written: readonly string[];

beforeAll(async () => {
  workspace = await createWorkspace({
    '.changeset/config.json': '{\n  "fixed": [["@apipin/moods-v1", "@apipin/moods-v1-zod"]]\n}\n',
    'README.md': README,
    'new/1.json': JSON.stringify(petStore.old),
    'new/2.json': JSON.stringify(petStore.current),
    'package.json': '{ "type": "module", "prettier": { "singleQuote": true, "printWidth": 100 } }',
    'specs/v1/moods.yaml': MOODS,
    'specs/versions.yaml': VERSIONS,
  });
  await apipinHere(workspace.folder, ['generate']);
});

afterAll(() => workspace.remove());

test('adds an API of two versions: specs, five packages, and what lists them', async () => {
  const specs = ['--spec', '1=new/1.json', '--spec', '2=new/2.json'];
  const { code, stdout } = await apipinHere(workspace.folder, [
    'add',
    'pet-store',
    ...specs,
    '--json',
  ]);
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as { files: readonly string[] };
  written = report.files;
  expect(report).toMatchObject({
    compat: {
      missing: [
        { change: 'Order.petId', candidates: [] },
        { change: 'Order.status', candidates: ['narrowToEnum', 'refuseNonMembers'] },
        { change: 'Pet.microchip', candidates: ['keepAdded', 'leaveOutAdded'] },
        { change: 'Pet.status', candidates: [] },
      ],
      lone: { old: ['getInventory'], current: ['readInventory'] },
    },
  });
  expect((await readdir(join(workspace.folder, 'packages'))).toSorted()).toEqual(
    [...PACKAGES, 'client-runtime', 'compat-runtime', 'moods-v1', 'moods-v1-zod'].toSorted(),
  );
  expect(outside('packages/')).toEqual([
    '.changeset/add-pet-store.md',
    '.changeset/config.json',
    'README.md',
    'specs/1/pet-store.yaml',
    'specs/2/pet-store.yaml',
    'specs/versions.yaml',
  ]);
  expect(await workspace.read('specs/versions.yaml')).toContain(VERSIONS);
});

test('each package is as those of the other API are', async () => {
  const files = (name: string): string[] =>
    written
      .filter((path) => path.startsWith(`packages/${name}/`) && !path.includes('/src/'))
      .map((path) => path.slice(`packages/${name}/`.length));
  const client = [
    'README.md',
    'package.json',
    'tsconfig.build.json',
    'tsconfig.json',
    'turbo.json',
  ];
  const tested = [...client, 'vitest.config.ts'];
  expect(Object.fromEntries(PACKAGES.map((name) => [name, files(name)]))).toEqual({
    'pet-store-1': client,
    'pet-store-2': client,
    'pet-store-1-zod': tested,
    'pet-store-2-zod': tested,
    'pet-store-compat': tested,
  });
});

test.each(['', '-zod'])(
  'packages like @apipin/custom-channels-v3%s have the same settings',
  async (kind) => {
    const renamed = (text: string): string =>
      text
        .replaceAll('specs/v3/custom-channels.yaml', 'specs/1/pet-store.yaml')
        .replaceAll('custom-channels-v3', 'pet-store-1')
        // The petstore calls nobody.
        .replace(/,\n    ".\/webhooks".*/, '')
        .replace(/"description": .*/, '');
    for (const path of ['package.json', 'tsconfig.build.json', 'tsconfig.json']) {
      const ours = repositoryPath(`packages/custom-channels-v3${kind}/${path}`);
      const made = await workspace.read(`packages/pet-store-1${kind}/${path}`);
      expect(renamed(made)).toBe(renamed(await readFile(ours, 'utf8')));
    }
  },
);

test('everything is formatted, linted, and what apipin generate gives', async () => {
  expect(await workspace.check('prettier', written)).toBe('exit 0');
  expect(await workspace.check('oxlint', ['packages'])).toMatch(
    /Found 0 warnings and 0 errors[^]*exit 0$/,
  );
  expect(await apipinHere(workspace.folder, ['generate', '--check'])).toMatchObject({ code: 0 });
});

const RULES = 'packages/pet-store-compat/src/rules/index.ts';

test('the compiler lists the rules that are missing, and has nothing else to say', async () => {
  for (const name of PACKAGES) await workspace.link(name);
  const errors = (await workspace.build(PACKAGES)).trim().split('\n');
  expect(errors.map((line) => line.replace(/\(\d+,\d+\)/, ''))).toEqual(
    [
      'Order.petId became required (write your own)',
      'Order.status takes listed values only: approved, delivered, placed (try narrowToEnum or refuseNonMembers)',
      'Pet.microchip was added and is optional (try keepAdded or leaveOutAdded)',
      'Pet.status enum lost values: sold (write your own)',
    ].map(
      (missing) =>
        `${RULES}: error TS2345: Argument of type '"${missing}"' is not assignable to parameter of type '"a rule"'.`,
    ),
  );
});

test('once the rules are written, everything compiles', async () => {
  await workspace.write(RULES, WRITTEN_RULES);
  expect(await workspace.build(PACKAGES)).toBe('');
});

test('the client runs, and the older one on the newer version', async () => {
  const requests: Request[] = [];
  const rex = { name: 'Rex', photoUrls: [], status: 'pending' };
  const answer = { ...rex, microchip: 'A-1' };
  const upstream: Send = async (input, init) => {
    requests.push(new Request(input, init));
    return Response.json(answer);
  };
  const { createClient } = await load('pet-store-1');
  const { createCompatFetch } = await load('pet-store-compat');
  const onLoss = collect();
  const fetch = createCompatFetch({ serve: '1', upstream: '2', fetch: upstream, onLoss });
  const mapped = createClient({ fetch });

  expect(await createClient({ fetch: upstream }).getPetById({ petId: 7 })).toEqual(answer);
  expect(await mapped.getPetById({ petId: 7 })).toEqual(rex);
  expect(onLoss.changes).toEqual(['Pet.microchip']);
  expect(requests.map(({ url }) => url)).toEqual([
    'http://petstore.swagger.io/v2/pet/7',
    'http://petstore.swagger.io/v2/pet/7',
  ]);

  await expect(mapped.addPet({ body: { ...rex, status: 'sold' } })).rejects.toMatchObject({
    name: 'UnmappableValueError',
    pointer: '/status',
  });
  await expect(mapped.getInventory({})).rejects.toMatchObject({
    name: 'UnmappedOperationError',
  });
  expect(requests).toHaveLength(2);
});

test('the newer client runs on the older version', async () => {
  const { createClient } = await load('pet-store-2');
  const { createCompatFetch } = await load('pet-store-compat');
  const sent: unknown[] = [];
  const onLoss = collect();
  const upstream: Send = async (input, init) => {
    sent.push(await new Request(input, init).json());
    return new Response(null, { status: 204 });
  };
  const fetch = createCompatFetch({ serve: '2', upstream: '1', fetch: upstream, onLoss });
  await createClient({ fetch }).addPet({
    body: { name: 'Rex', photoUrls: [], microchip: 'A-1' },
  });
  expect(sent).toEqual([{ name: 'Rex', photoUrls: [] }]);
  expect(onLoss.changes).toEqual(['Pet.microchip']);
});

/** Takes note of the changes that values are lost to. */
function collect(): { (loss: { readonly change: string }): void; readonly changes: string[] } {
  const changes: string[] = [];
  return Object.assign((loss: { readonly change: string }) => void changes.push(loss.change), {
    changes,
  });
}

/** What a person writes. */
const WRITTEN_RULES = `import { leaveOutAdded, refuse, refuseNonMembers } from '@apipin/compat-runtime';
import type { Int64, PartialRule } from '@apipin/compat-runtime';
import type { Changes, Rules } from '../generated/changes.ts';

type Status = Changes['Pet.status'];

const requirePet: PartialRule<Int64 | undefined, Int64> = {
  class: 'partial',
  upgrade: (id) => id ?? refuse('2 orders nothing without a pet; say which'),
  downgrade: (id) => id,
};

const refuseSold: PartialRule<Status['old'], Status['current']> = {
  class: 'partial',
  upgrade: (status) =>
    status === 'sold' ? refuse('2 has no pets that are sold; delete the pet') : status,
  downgrade: (status) => status,
};

export const rules = {
  'Order.petId': requirePet,
  'Order.status': refuseNonMembers({ approved: true, delivered: true, placed: true }),
  'Pet.microchip': leaveOutAdded('minor'),
  'Pet.status': refuseSold,
} satisfies Rules;
`;

type Send = typeof globalThis.fetch;

/** What the tests use of the packages that they have built. */
interface Built {
  createClient(options: { readonly fetch: Send }): Client;
  createCompatFetch(options: object): Send;
}

type Client = Readonly<
  Record<'addPet' | 'getInventory' | 'getPetById', (input: object) => Promise<unknown>>
>;

async function load(name: string): Promise<Built> {
  const module = pathToFileURL(join(workspace.folder, 'packages', name, 'dist/index.js'));
  return (await import(module.href)) as Built;
}

/** What was written, but for what is below `folder`. */
function outside(folder: string): string[] {
  return written.filter((path) => !path.startsWith(folder));
}
