import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { apipin, createFolder, type Outcome } from '../../test/terminal.ts';

const V1 = `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      responses:
        '200':
          description: All pets.
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
        default:
          description: A problem.
          content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
        kind: { type: string, enum: [cat, dog] }
    Problem:
      type: object
      properties: { message: { type: string } }
`;

const BREAKING = V1.replace('enum: [cat, dog]', 'enum: [cat, dog, emu]');
const ADDITION = V1.replace(
  'name: { type: string }',
  'name: { type: string }\n        age: { type: integer }',
);
/** Takes away what was promised, on the wire. */
const REMOVAL = V1.replace('required: [name]', 'required: []');

let template: string;
let root: string;

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'apipin-sync-'));
  const files = {
    'specs/versions.yaml': `apis:
  pets:
    versions: [{ id: v1, spec: v1/pets.yaml, successor: v2 }, { id: v2, spec: v2/pets.yaml }]
`,
    'specs/v1/pets.yaml': V1,
    'specs/v2/pets.yaml': V1.replace("version: '1'", "version: '2'"),
    '.changeset/config.json': '{}',
  };
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(template, path)), { recursive: true });
    await writeFile(join(template, path), contents);
  }
  expect(await apipin(template, ['generate'])).toMatchObject({ code: 0 });
});

afterAll(() => rm(template, { recursive: true }));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T00:00:00Z') });
  root = await createFolder({});
  await cp(template, root, { recursive: true });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Takes `text` as the new spec of v1. */
async function sync(text: string, ...options: string[]): Promise<Outcome> {
  await writeFile(join(root, 'upstream.yaml'), text);
  return apipin(root, ['sync', 'v1', '--from', 'upstream.yaml', ...options]);
}

/** All files but the one that stands for upstream, by path. */
async function snapshot(): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('upstream.yaml'));
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
  );
}

async function changesets(): Promise<string[]> {
  return (await readdir(join(root, '.changeset'))).filter((name) => name.endsWith('.md'));
}

async function readRepository(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

test.each([
  ['order', V1.replace('[cat, dog]', '[dog, cat]')],
  ['prose', V1.replace('All pets.', 'Every pet.').replace('title: Pets', 'title: Animals')],
  ['vendor extensions', V1.replace('type: object', 'type: object\n      x-internal: true')],
  ['tags', V1.replace('[Pets]', '[Tiere]')],
  ['layout', V1.replace('{ type: string }', '\n          type: string')],
  ['the name of a schema', V1.replaceAll('Problem', 'Problem_1')],
  ['two names that change places', swap(V1, 'Pet', 'Problem')],
  ['an operationId', V1.replace('listPets', 'listPets_archive')],
  ['a default that is spelled out', V1.replace('listPets', 'listPets\n      deprecated: false')],
  [
    'a default that is spelled out, with prose,',
    V1.replace('listPets', 'listPets\n      deprecated: false').replace('All pets.', 'Every pet.'),
  ],
])('%s alone changes no byte', async (_, text) => {
  expect(text).not.toBe(V1);
  const before = await snapshot();
  const { code, stdout } = await sync(text);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^pets v1: no semantic change/);
  expect(await snapshot()).toEqual(before);
});

function swap(text: string, a: string, b: string): string {
  const other = (name: string): string => (name === a ? b : a);
  return text
    .replaceAll(/schemas\/(\w+)/g, (_, name: string) => `schemas/${other(name)}`)
    .replaceAll(/^ {4}(\w+):$/gm, (line, name: string) =>
      name === a || name === b ? `    ${other(name)}:` : line,
    );
}

test('a change updates the spec, its lock and its packages, and writes the changeset', async () => {
  const { code, stdout } = await sync(BREAKING);
  expect(code).toBe(0);
  expect(stdout).toContain('Pet.kind');
  expect(stdout).toMatch(/major\s+@apipin\/pets-v1\n/);
  expect(await readRepository('specs/v1/pets.yaml')).toBe(BREAKING);
  expect(await readRepository('specs/v1/pets.lock.yaml')).toContain('source: upstream.yaml');
  expect(await readRepository('packages/pets-v1/src/schemas.ts')).toContain("'emu'");
  expect(await readRepository('packages/pets-compat/src/generated/changes.ts')).toContain("'emu'");
  expect(stdout).toContain('write a rule for Pet.kind');
  const [changeset = ''] = await changesets();
  const text = await readRepository(join('.changeset', changeset));
  expect(text).toMatch(/"@apipin\/pets-v1": major/);
  expect(text).toContain('`emu`');
  expect(await apipin(root, ['generate', '--check'])).toMatchObject({ code: 0 });
});

test('the same source again is nothing new', async () => {
  await sync(ADDITION);
  const before = await snapshot();
  expect(await apipin(root, ['sync', 'v1'])).toMatchObject({
    code: 0,
    stdout: 'pets v1: the source has not changed\n',
  });
  expect(await snapshot()).toEqual(before);
});

test('words are taken with --docs, and call for a patch', async () => {
  const { code, stdout } = await sync(V1.replace('All pets.', 'Every pet.'), '--docs');
  expect(code).toBe(0);
  expect(stdout).toMatch(/patch\s+@apipin\/pets-v1\n/);
  expect(await readRepository('specs/v1/pets.yaml')).toContain('Every pet.');
});

test('the changeset of words does not take the place of one that is not released yet', async () => {
  await sync(BREAKING);
  const [name = ''] = await changesets();
  const text = await readRepository(join('.changeset', name));
  await sync(BREAKING.replace('All pets.', 'Every pet.'), '--docs');
  expect(await changesets()).toHaveLength(2);
  expect(await readRepository(join('.changeset', name))).toBe(text);
});

test('--dry-run says what would happen, and writes nothing', async () => {
  const before = await snapshot();
  const { stdout } = await sync(BREAKING, '--dry-run', '--json');
  expect(JSON.parse(stdout)).toMatchObject([
    {
      version: 'v1',
      outcome: 'taken',
      dryRun: true,
      packages: expect.arrayContaining([
        expect.objectContaining({ package: '@apipin/pets-v1', bump: 'major' }),
      ]),
      rules: { missing: ['Pet.kind'], needless: [] },
    },
  ]);
  expect(await snapshot()).toEqual(before);
});

test('what breaks the wire waits until it has stood for the time of --settle', async () => {
  const before = await snapshot();
  expect((await sync(REMOVAL, '--settle', '24h')).stdout).toContain(
    'waits in specs/pending/v1/pets.yaml',
  );
  expect(await readRepository('specs/v1/pets.yaml')).toBe(V1);
  vi.setSystemTime(new Date('2026-03-01T23:59:00Z'));
  const waiting = await snapshot();
  expect(JSON.parse((await sync(REMOVAL, '--settle', '24h', '--json')).stdout)).toMatchObject([
    {
      outcome: 'waiting',
    },
  ]);
  expect(await snapshot()).toEqual(waiting);
  vi.setSystemTime(new Date('2026-03-02T00:00:00Z'));
  expect((await sync(REMOVAL, '--settle', '24h')).stdout).toContain('has stood since 2026-03-01');
  expect(await readRepository('specs/v1/pets.yaml')).toBe(REMOVAL);
  expect(Object.keys(await snapshot()).some((path) => path.includes('pending'))).toBe(false);
  expect(Object.keys(before).length).toBeLessThan(Object.keys(await snapshot()).length);
});

test('what is taken back in time leaves no trace but a line', async () => {
  const before = await snapshot();
  await sync(REMOVAL, '--settle', '24h');
  const { stdout } = await sync(V1, '--settle', '24h');
  expect(stdout).toContain('took back the change that waited since 2026-03-01T00:00:00.000Z');
  expect(await snapshot()).toEqual(before);
});

test('what else changes meanwhile does not make it wait longer', async () => {
  await sync(REMOVAL, '--settle', '24h');
  vi.setSystemTime(new Date('2026-03-02T00:00:00Z'));
  const more = REMOVAL.replace('enum: [cat, dog]', 'enum: [cat, dog, emu]');
  expect((await sync(more, '--settle', '24h')).stdout).toContain('has stood since 2026-03-01');
  expect(await readRepository('specs/v1/pets.yaml')).toBe(more);
});

test('what breaks no traffic does not wait', async () => {
  await sync(ADDITION, '--settle', '24h');
  expect(await readRepository('specs/v1/pets.yaml')).toBe(ADDITION);
});

test('a return before the release takes the changesets with it', async () => {
  await sync(V1, '--docs');
  await sync(ADDITION);
  await sync(BREAKING);
  expect(await changesets()).toHaveLength(2);
  const { stdout } = await sync(V1);
  expect(stdout).toContain('returns to a state that was pinned before');
  expect(stdout).toContain('nothing of it was released');
  expect(await changesets()).toEqual([]);
  expect(await readRepository('specs/v1/pets.yaml')).toBe(V1);
});

test('a return after the release is a change like any other', async () => {
  await sync(ADDITION);
  for (const name of await changesets()) await rm(join(root, '.changeset', name));
  const { stdout } = await sync(V1);
  expect(stdout).toContain('returns to a state that was pinned before');
  expect(await changesets()).toHaveLength(1);
});

test('corrections are applied, each with its reason', async () => {
  await writeFile(
    join(root, 'specs/v1/pets.overlay.yaml'),
    overlay('description: The API sends it.'),
  );
  expect(await sync(ADDITION)).toMatchObject({ code: 0 });
  expect(await readRepository('specs/v1/pets.yaml')).toContain('born');
  // The same bytes with the same corrections.
  expect((await sync(ADDITION)).stdout).toBe('pets v1: the source has not changed\n');
});

test.each([
  [
    'that matches nothing',
    overlay('description: Needed.').replace('schemas.Pet', 'schemas.Cat'),
    'overlay-target',
  ],
  ['without a reason', overlay(''), 'correction-unexplained'],
])('a correction %s is an error, and nothing changes', async (_, text, message) => {
  await writeFile(join(root, 'specs/v1/pets.overlay.yaml'), text);
  const before = await snapshot();
  const { code, stderr } = await sync(ADDITION);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(await snapshot()).toEqual(before);
});

function overlay(reason: string): string {
  return `overlay: 1.0.0
info: { title: Corrections, version: '1' }
actions:
  - target: $.components.schemas.Pet.properties
    ${reason}
    update: { born: { type: string, format: date } }
`;
}

test('an edit of the pinned spec is not run over', async () => {
  await sync(ADDITION);
  await writeFile(join(root, 'specs/v1/pets.yaml'), BREAKING);
  const before = await snapshot();
  const { code, stderr } = await sync(REMOVAL);
  expect(code).toBe(2);
  expect(stderr).toContain('say it in specs/v1/pets.overlay.yaml');
  expect(await snapshot()).toEqual(before);
});

test('words that were edited by hand are not run over either', async () => {
  await sync(ADDITION);
  await writeFile(join(root, 'specs/v1/pets.yaml'), ADDITION.replace('All pets.', 'Our words.'));
  expect(await sync(BREAKING)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('was edited since it was synced'),
  });
});

test('the document of another API is refused', async () => {
  const before = await snapshot();
  const other = V1.replace('/pets:', '/boats:').replace('listPets', 'listBoats');
  expect(await sync(other)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no operation in common with specs/v1/pets.yaml'),
  });
  expect(await snapshot()).toEqual(before);
});

test('comments stay where upstream changed names alone', async () => {
  const flipped = ADDITION.replaceAll('Problem', 'Problem_1').replace('paths:', 'paths: # all');
  await sync(flipped);
  const kept = await readRepository('specs/v1/pets.yaml');
  expect(kept).toBe(ADDITION.replace('paths:', 'paths: # all'));
});

test.each([
  ['a document with errors', V1.replace('type: object', 'type: objekt'), 'type-unknown'],
  ['no YAML', '{', 'yaml'],
  ['no OpenAPI document', '<html></html>', 'upstream.yaml'],
  ['nothing', '', 'empty-source'],
])('%s changes nothing', async (_, text, message) => {
  const before = await snapshot();
  const { code, stderr } = await sync(text);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(await snapshot()).toEqual(before);
});

test('a bump is raised by hand', async () => {
  await sync(ADDITION, '--bump', 'major');
  const [name = ''] = await changesets();
  expect(await readRepository(`.changeset/${name}`)).toMatch(/"@apipin\/pets-v1": major/);
});

test('a bump is lowered with a reason, which users read', async () => {
  const before = await snapshot();
  const refused = await sync(BREAKING, '--bump', 'minor');
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--accept-lower') });
  expect(await snapshot()).toEqual(before);
  await sync(BREAKING, '--bump', 'minor', '--accept-lower', 'Nobody has emus.');
  const [name = ''] = await changesets();
  const text = await readRepository(`.changeset/${name}`);
  expect(text).toMatch(/"@apipin\/pets-v1": minor/);
  expect(text).toContain('Nobody has emus.');
});

test('a URL is asked whether it has changed', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers['if-none-match']);
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else
      response
        .writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT' })
        .end(ADDITION);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pets.yaml`;
  expect(await apipin(root, ['sync', 'v1', '--from', url])).toMatchObject({ code: 0 });
  expect(await readRepository('specs/v1/pets.lock.yaml')).toContain(
    'modified: 2026-03-01T00:00:00',
  );
  expect((await apipin(root, ['sync', 'v1'])).stdout).toBe('pets v1: the source has not changed\n');
  // All versions that came from a URL.
  expect((await apipin(root, ['sync'])).stdout).toBe('pets v1: the source has not changed\n');
  expect(seen).toEqual([undefined, '"1"', '"1"']);
});

test('a version whose source fails does not keep the others from being taken and told of', async () => {
  const sources = new Map([
    ['/v1.yaml', V1],
    ['/v2.yaml', V1.replace("version: '1'", "version: '2'")],
  ]);
  const server = createServer(({ url = '' }, response) => {
    const text = sources.get(url);
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const id of ['v1', 'v2']) {
    await apipin(root, ['sync', id, '--from', `${origin}/${id}.yaml`, '--docs']);
  }

  sources.delete('/v1.yaml');
  sources.set('/v2.yaml', ADDITION);
  const { code, stdout, stderr } = await apipin(root, ['sync', '--json']);
  expect(code).toBe(2);
  expect(stderr).toContain('pets v1: ');
  expect(stderr).toContain('404');
  expect(JSON.parse(stdout)).toMatchObject([{ version: 'v2', outcome: 'taken' }]);
  expect(await readRepository('specs/v2/pets.yaml')).toBe(ADDITION);
});

test('names of upstream do not move the cursor', async () => {
  const name = 'Prob\\e[31m\\nlem';
  const text = ADDITION.replace('Problem:', `"${name}":`).replace(
    "'#/components/schemas/Problem'",
    `"#/components/schemas/${name}"`,
  );
  const { stdout } = await sync(text);
  expect(stdout).toContain('stays Problem');
  expect(stdout).not.toContain('\u001b');
});

test('a change in another file of the source is no less a change', async () => {
  const main = V1.replace(/ {4}Problem:[^]*/, '').replaceAll(
    '#/components/schemas/Problem',
    'problem.yaml',
  );
  const problem = 'type: object\nproperties: { message: { type: string } }\n';
  await writeFile(join(root, 'problem.yaml'), problem);
  await sync(main, '--docs');
  expect((await sync(main)).stdout).toBe('pets v1: no semantic change\n');
  await writeFile(join(root, 'problem.yaml'), problem.replace('string', 'integer'));
  expect((await sync(main)).stdout).toContain('Problem.message');
});

test('references are resolved from where a link leads', async () => {
  const main = V1.replace(/ {4}Problem:[^]*/, '').replaceAll(
    '#/components/schemas/Problem',
    'problem.yaml',
  );
  const elsewhere = await createFolder({
    'pets.yaml': main,
    'problem.yaml': 'type: object\nproperties: { message: { type: integer } }\n',
  });
  await symlink(elsewhere, join(root, 'latest'));
  const { stdout } = await apipin(root, ['sync', 'v1', '--from', 'latest/pets.yaml']);
  expect(stdout).toContain('Problem.message');
});

test('references are resolved from where redirects lead, as often as they change', async () => {
  let problem = 'type: object\nproperties: { message: { type: string } }\n';
  const main = V1.replace(/ {4}Problem:[^]*/, '').replaceAll(
    '#/components/schemas/Problem',
    'problem.yaml',
  );
  const server = createServer(({ url, headers }, response) => {
    if (url === '/pets.yaml') response.writeHead(302, { location: '/latest/pets.yaml' }).end();
    else if (url === '/latest/problem.yaml') response.end(problem);
    else if (url !== '/latest/pets.yaml') response.writeHead(404).end();
    else if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end(main);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pets.yaml`;
  const args = ['sync', 'v1', '--from', url, '--allow-network', '--docs'];
  expect(await apipin(root, args)).toMatchObject({ code: 0 });
  problem = problem.replace('string', 'integer');
  expect((await apipin(root, args)).stdout).toContain('Problem.message');
});

test('what is wrong with a document is said of the document, and not of the spec that it was to be', async () => {
  const { stderr } = await sync(ADDITION.replace('type: integer', 'type: number, minimum: a'));
  expect(stderr).toMatch(/upstream\.yaml:\d+: error/);
  expect(stderr).not.toContain('specs/v1/pets.yaml');
});

test.each([
  [['sync'], 'no version was taken from a URL'],
  [['sync', '--from', 'a'], 'name the version'],
  [['sync', 'v9'], 'it has pets@v1, pets@v2'],
  [['sync', 'v1'], '--from <file|url>'],
  [['sync', 'v1', '--from', 'missing.yaml'], 'missing.yaml'],
  [['sync', 'v1', '--from', 'http://example.com/a.yaml'], 'example.com'],
  [['sync', 'v1', '--from', 'a', '--settle', 'soon'], '--settle takes a duration'],
  [['sync', 'v1', '--from', 'a', '--bump', 'huge'], '--bump takes'],
  [['sync', 'v1', '--from', 'a', '--accept-lower', 'x'], 'goes with --bump'],
  [['sync', 'v1', 'v2'], 'what is "v2"?'],
])('%j is exit 2 and says what to do', async (args, message) => {
  const { code, stderr } = await apipin(root, args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
