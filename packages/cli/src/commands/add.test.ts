import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { apipin, createFolder } from '../../test/terminal.ts';
import { readVersions } from '../versions-file.ts';

const VERSIONS = `# Kept by hand.
apis:
  # A small one.
  pets:
    versions:
      - id: 'v1'
        spec: v1/pets.yaml
        status: supported # for long
`;

const README = `# Ours

| package | what it is for | depends on |
| ------- | -------------- | ---------- |
| \`ours\`  | everything     | nothing    |

The end.
`;

const CONFIG = `{
  "commit": false,
  "fixed": [["a", "b"]],
  "privatePackages": { "version": false }
}
`;

/** An API of cats, where a cat has \`properties\`. */
function spec(version: string, properties: object, info: object = {}): string {
  const schema = { $ref: '#/components/schemas/Cat' };
  const content = { 'application/json': { schema } };
  const get = { operationId: 'getCat', responses: { '200': { description: 'A cat.', content } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Cats', version, ...info },
    paths: { '/cat': { get } },
    components: { schemas: { Cat: { type: 'object', properties } } },
  });
}

const FILES = {
  'specs/versions.yaml': VERSIONS,
  'specs/v1/pets.yaml': spec('v1', { name: { type: 'string' } }),
  '.changeset/config.json': CONFIG,
  'README.md': README,
  'old.json': spec('1', { colour: { type: 'string' } }),
  'new.json': spec('2', { colour: { enum: ['RED', 'BLUE'] }, age: { type: 'integer' } }),
};

const ADD = ['add', 'cats', '--spec', 'v1=old.json', '--spec', '2026-03=new.json'];

/** Every file below `folder`, by its path, but for those that the test itself has written. */
async function readAll(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')]),
    ),
  );
}

test('adds to the files that list versions and packages, and leaves the rest of them alone', async () => {
  const folder = await createFolder(FILES);
  expect(await apipin(folder, ADD)).toMatchObject({ code: 0, stderr: '' });
  const files = await readAll(folder);
  expect(files['specs/versions.yaml']).toBe(`${VERSIONS}
  cats:
    versions:
      - id: 'v1'
        spec: v1/cats.yaml # add what is known: released, status, supportedUntil, source
        successor: '2026-03'

      - id: '2026-03'
        spec: 2026-03/cats.yaml # add what is known: released, status, supportedUntil, source
`);
  expect(files['.changeset/config.json']).toBe(`{
  "commit": false,
  "fixed": [
    ["a", "b"],
    ["@apipin/cats-v1", "@apipin/cats-v1-zod"],
    ["@apipin/cats-2026-03", "@apipin/cats-2026-03-zod"]
  ],
  "privatePackages": { "version": false }
}
`);
  expect(files['README.md']).toMatch(/^\| `ours` {2,}\| everything {2,}\| nothing {2,}\|$/m);
  expect(files['README.md']).toMatch(
    /^\| \[`@apipin\/cats-compat`\]\(packages\/cats-compat\) +\| runs code .*\|\n\nThe end\.\n$/m,
  );
  expect(new Set(files['README.md']?.match(/^\|.*$/gm)?.map(({ length }) => length)).size).toBe(1);
  expect(files['.changeset/add-cats.md']).toContain("'@apipin/cats-2026-03-zod': minor\n");
});

test('says what to do next, and which rules are missing', async () => {
  const { stdout } = await apipin(await createFolder(FILES), ADD);
  expect(stdout).toContain('packages/cats-compat/');
  expect(stdout).toMatch(/generate --check[^]*fails until 2 rules are written/);
  expect(stdout).toContain('- Cat.age was added and is optional\n     keepAdded, leaveOutAdded\n');
  expect(stdout).toContain(
    '- Cat.colour takes listed values only: BLUE, RED\n     narrowToEnum, refuseNonMembers\n',
  );
});

test('each missing rule is one entry of the stub', async () => {
  const folder = await createFolder(FILES);
  await apipin(folder, ADD);
  const rules = await readFile(join(folder, 'packages/cats-compat/src/rules/index.ts'), 'utf8');
  expect(rules).toContain(`export const rules = {
  'Cat.age': missingRule('Cat.age was added and is optional (try keepAdded or leaveOutAdded)'),
  'Cat.colour': missingRule(
    'Cat.colour takes listed values only: BLUE, RED (try narrowToEnum or refuseNonMembers)',
  ),
} satisfies Rules;
`);
});

test('what was generated is what apipin generate gives', async () => {
  const folder = await createFolder({ ...FILES, 'specs/versions.yaml': 'apis: {}\n' });
  await apipin(folder, ADD);
  expect(await apipin(folder, ['generate', '--check'])).toMatchObject({ code: 0 });
});

test('a client has an entry point for webhooks where its spec has any', async () => {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Cat' } } };
  const post = { requestBody: { content }, responses: { '200': { description: 'Heard.' } } };
  const current = { ...JSON.parse(FILES['new.json']), webhooks: { fed: { post } } };
  current.components.schemas.Cat.required = ['event'];
  current.components.schemas.Cat.properties.event = { const: 'fed' };
  const folder = await createFolder({ ...FILES, 'new.json': JSON.stringify(current) });
  const { code, stderr } = await apipin(folder, ADD);
  expect([code, stderr]).toEqual([0, expect.stringContaining('webhook-without-signature')]);
  const entryPoint = async (name: string): Promise<unknown> => {
    const manifest = await readFile(join(folder, 'packages', name, 'package.json'), 'utf8');
    return (JSON.parse(manifest) as { exports: Record<string, string> }).exports['./webhooks'];
  };
  expect(await entryPoint('cats-v1')).toBeUndefined();
  expect(await entryPoint('cats-2026-03')).toBe('./dist/webhooks.js');
});

test('--dry-run says the same and writes nothing', async () => {
  const folder = await createFolder(FILES);
  const { code, stdout } = await apipin(folder, [...ADD, '--dry-run']);
  expect(code).toBe(0);
  expect(stdout).toContain('Would add cats v1 and 2026-03');
  expect(await readAll(folder)).toEqual(FILES);
});

test('--json has the files and the rules that are missing', async () => {
  const { stdout } = await apipin(await createFolder(FILES), [...ADD, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    written: true,
    files: expect.arrayContaining(['specs/versions.yaml', 'packages/cats-v1/src/index.ts']),
    compat: { missing: [{ change: 'Cat.age' }, { change: 'Cat.colour', candidates: [{}, {}] }] },
  });
});

test('one version has no compatibility package', async () => {
  const folder = await createFolder(FILES);
  await apipin(folder, ['add', 'cats', '--spec', 'v1=old.json']);
  expect((await readdir(join(folder, 'packages'))).toSorted()).toEqual(['cats-v1', 'cats-v1-zod']);
});

test('a second version makes the pair, and its predecessor knows of it', async () => {
  const folder = await createFolder(FILES);
  await apipin(folder, ['add', 'cats', '--spec', 'v1=old.json']);
  expect(await apipin(folder, ['add', 'cats', '--spec', '2026-03=new.json'])).toMatchObject({
    code: 0,
  });
  expect(await readVersions(folder)).toMatchObject([
    { api: 'pets' },
    { api: 'cats', id: 'v1', successor: '2026-03' },
    { api: 'cats', id: '2026-03', successor: undefined },
  ]);
  const files = await readAll(folder);
  expect(files['packages/cats-v1/src/api-version.ts']).toContain("successor: '2026-03'");
  expect(files['.changeset/add-cats-2026-03.md']).toContain("'@apipin/cats-v1': minor\n");
  expect(files['packages/cats-compat/src/generated/changes.ts']).toContain('Cat.colour');
});

test('a third version has a client and validators, and says why no more', async () => {
  const folder = await createFolder(FILES);
  await apipin(folder, ADD);
  const before = await readAll(folder);
  const { code, stdout } = await apipin(folder, ['add', 'cats', '--spec', '2026-09=new.json']);
  expect(code).toBe(0);
  expect(stdout).toContain('that of cats maps v1 to 2026-03');
  const after = await readAll(folder);
  expect(after).toMatchObject({
    ...before,
    'specs/versions.yaml': expect.any(String),
    '.changeset/config.json': expect.any(String),
    'README.md': expect.any(String),
  });
  expect(after).toHaveProperty(['packages/cats-2026-09-zod/package.json']);
});

test('a document in YAML stays as it is written, and one of several files is put together', async () => {
  const inYaml = `# Cats, in our words.\nopenapi: 3.1.0\ninfo: {title: Cats,  version: '1'}\npaths: {}\n`;
  const folder = await createFolder({
    ...FILES,
    'one.yaml': inYaml,
    'two.yaml': `${inYaml}components: { schemas: { Cat: { $ref: cat.yaml } } }\n`,
    'cat.yaml': 'type: object\n',
  });
  const add = ['add', 'cats', '--spec', 'v1=one.yaml', '--spec', 'v2=two.yaml'];
  expect(await apipin(folder, add)).toMatchObject({ code: 0 });
  expect(await readFile(join(folder, 'specs/v1/cats.yaml'), 'utf8')).toBe(inYaml);
  expect(parse(await readFile(join(folder, 'specs/v2/cats.yaml'), 'utf8'))).toMatchObject({
    components: { schemas: { Cat: { type: 'object' } } },
  });
});

test('a spec may stand where it belongs already', async () => {
  const folder = await createFolder(FILES);
  const text = 'openapi: 3.1.0\ninfo: { title: C, version: "1" }\npaths: {}\n';
  await mkdir(join(folder, 'specs/v9'));
  await writeFile(join(folder, 'specs/v9/cats.yaml'), text);
  const add = ['add', 'cats', '--spec', 'v9=specs/v9/cats.yaml'];
  expect(await apipin(folder, add)).toMatchObject({ code: 0 });
});

test('without a table of packages, the rows are printed', async () => {
  const folder = await createFolder({ ...FILES, 'README.md': '# Ours\n' });
  const { code, stdout } = await apipin(folder, ADD);
  expect(code).toBe(0);
  expect(stdout).toContain('| [`@apipin/cats-compat`](packages/cats-compat) | runs code');
  expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('# Ours\n');
});

test('what a document says cannot leave the place where it is shown', async () => {
  const title = '*/ process.exit() /* `\n# Owned | <script> \u202e${1}';
  const name = 'it\'s \\ \u2028 "quoted" ${x} */';
  const folder = await createFolder({
    ...FILES,
    'old.json': spec('1', {}, { title }),
    'new.json': spec(
      '2',
      { [name]: { type: 'string' }, __proto__x: { type: 'string' } },
      { title },
    ),
  });
  const { code, stdout } = await apipin(folder, ADD);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/[\u2028\u202e]/);
  const files = await readAll(folder);
  const written = Object.entries(files).filter(
    ([path, text]) => path.startsWith('packages/') && !text.startsWith('// Generated'),
  );
  expect(written.length).toBeGreaterThan(20);
  for (const [path, text] of written) {
    if (!path.endsWith('rules/index.ts')) expect(text).not.toMatch(/script>|\$\{1\}|\n# Owned/);
  }
  expect(files['packages/cats-compat/src/create-gateway.ts']?.match(/\*\//g)).toHaveLength(1);
  const rules = files['packages/cats-compat/src/rules/index.ts'] ?? '';
  expect(rules).not.toMatch(/[^\n\x20-\x7e]/);
  expect(rules).toContain(
    String.raw`  'Cat["it\'s \\\\ \u2028 \\"quoted\\" ${'${x}'} */"]': missingRule(`,
  );
});

test.each([
  [['add'], /name the API/],
  [['add', 'cats', 'dogs'], /what is "dogs"\?/],
  [['add', 'cats'], /name a version and its spec/],
  [['add', 'cats', '--spec', 'old.json'], /such as v3=openapi\.yaml, not "old\.json"/],
  [['add', 'Cats', '--spec', 'v1=old.json'], /"Cats" becomes part of package names/],
  [['add', '../cats', '--spec', 'v1=old.json'], /becomes part of package names/],
  [['add', '__proto__', '--spec', 'v1=old.json'], /becomes part of package names/],
  [['add', 'cats', '--spec', '..=old.json'], /becomes part of package names/],
  [['add', 'cats', '--spec', 'a=old.json', '--spec', 'a=new.json'], /@apipin\/cats-a;/],
  [['add', 'cats', '--spec', 'a=old.json', '--spec', 'a-zod=new.json'], /@apipin\/cats-a-zod;/],
  [['add', 'cats', '--spec', 'compat=old.json'], /@apipin\/cats-compat;/],
  [['add', 'pets', '--spec', 'v1=old.json'], /has a version v1 already.*apipin sync/],
  [['add', 'pets', '--spec', 'v2=old.json', '--spec', 'v3=new.json'], /one version at a time/],
  [[...ADD, '--spec', '2026-09=new.json'], /two versions at most/],
  [['add', 'cats', '--spec', 'v1=missing.json'], /missing\.json:1: error cannot-read/],
  [['add', 'cats', '--spec', 'v1=broken.json'], /broken\.json:1: error/],
  [['add', 'cats', '--spec', 'versions.yaml=old.json'], /specs\/versions\.yaml.*in its place/],
  [['add', 'taken', '--spec', 'v1=old.json'], /packages\/taken-v1-zod: already here/],
  [['add', 'cats', '--spec', 'taken=old.json'], /specs\/taken\/cats\.yaml: already here/],
  [['add', 'cats', '--spec', 'v1=a.json', '--spec', 'v2=b.json'], /different path parameters/],
])('%j is exit 2, says what to do and writes nothing', async (args, message) => {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const operation = { operationId: 'get', responses: { '204': { description: 'None.' } } };
  const withPath = (name: string): string =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      paths: { [`/{${name}}`]: { get: { ...operation, parameters: [{ ...id, name }] } } },
    });
  const files = {
    ...FILES,
    'broken.json': '{ "openapi": "3.1.0", "info": { "title": "C" ',
    'packages/taken-v1-zod/package.json': '{}',
    'specs/taken/cats.yaml': 'openapi: 3.0.0\n',
    'a.json': withPath('a'),
    'b.json': withPath('b'),
  };
  const folder = await createFolder(files);
  const { code, stderr } = await apipin(folder, args);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
  expect(await readAll(folder)).toEqual(files);
});

test.each([
  ['specs/versions.yaml', /no specs\/versions\.yaml here/],
  ['.changeset/config.json', /no \.changeset\/config\.json/],
])('without %s there is nothing to add to', async (missing, message) => {
  const { [missing as keyof typeof FILES]: _, ...files } = FILES;
  const folder = await createFolder(files);
  const { code, stderr } = await apipin(folder, ADD);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
  expect(await readAll(folder)).toEqual(files);
});
