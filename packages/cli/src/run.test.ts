import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apipin, createFolder } from '../test/terminal.ts';

const SPEC = `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200': { description: Pets, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
`;

const BROKEN_SPEC = SPEC.replace('type: string', 'type: text');

const CLIENT = ['generate', 'client', 'pets.yaml', '--out', 'out'];

test.each([['client'], ['zod']])(
  'generates a %s into a folder that is not there yet',
  async (kind) => {
    const folder = await createFolder({ 'pets.yaml': SPEC });
    const { code, stdout } = await apipin(folder, ['generate', kind, 'pets.yaml', '--out', 'a/b']);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`written   a/b (${kind} of pets.yaml`),
    });
    expect(await readdir(join(folder, 'a/b'))).toContain('index.ts');
    expect(await readdir(join(folder, 'a'))).toEqual(['b']);
  },
);

test('reads a spec from standard input', async () => {
  const folder = await createFolder({});
  const { code } = await apipin(folder, ['generate', 'zod', '-', '--out', 'out'], { stdin: SPEC });
  expect(code).toBe(0);
  expect(await readdir(join(folder, 'out'))).toContain('registry.ts');
});

test('a second run touches nothing', async () => {
  const folder = await createFolder({ 'pets.yaml': SPEC });
  await apipin(folder, CLIENT);
  const { code, stdout } = await apipin(folder, CLIENT);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'unchanged out (client of pets.yaml, 7 files)\n',
  });
});

test('--check writes nothing and lists missing, changed and leftover files', async () => {
  const folder = await createFolder({ 'pets.yaml': SPEC });
  await apipin(folder, CLIENT);
  const index = join(folder, 'out/index.ts');
  const text = await readFile(index, 'utf8');
  await writeFile(join(folder, 'out/old.ts'), text);
  await writeFile(index, `${text}// edited\n`);
  const moved = await createFolder({});
  expect(
    await apipin(moved, [
      'generate',
      'client',
      join(folder, 'pets.yaml'),
      '--out',
      'out',
      '--check',
    ]),
  ).toMatchObject({ code: 1 });
  expect(await readdir(moved)).toEqual([]);

  const { code, stdout } = await apipin(folder, [...CLIENT, '--check']);
  expect(code).toBe(1);
  expect(stdout).toContain('changed  out/index.ts');
  expect(stdout).toContain('leftover out/old.ts');
  expect(await readFile(index, 'utf8')).toBe(`${text}// edited\n`);
});

test('a file of somebody else is neither removed nor overwritten', async () => {
  const folder = await createFolder({ 'pets.yaml': SPEC, 'out/package.json': '{}' });
  expect(await apipin(folder, CLIENT)).toMatchObject({ code: 0 });
  expect(await readdir(join(folder, 'out'))).toContain('package.json');

  const other = await createFolder({ 'pets.yaml': SPEC, 'out/index.ts': 'mine' });
  const { code, stderr } = await apipin(other, CLIENT);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('index.ts') });
  expect(await readdir(join(other, 'out'))).toEqual(['index.ts']);
});

test('a bad spec is exit 2, with file, line and pointer, and leaves what was there', async () => {
  const folder = await createFolder({ 'pets.yaml': SPEC });
  await apipin(folder, CLIENT);
  await writeFile(join(folder, 'pets.yaml'), BROKEN_SPEC);
  const { code, stderr } = await apipin(folder, CLIENT);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /pets\.yaml:11: error type-unknown: .*\(#\/components\/schemas\/Pet\/properties\/name\/type\)/,
  );
  expect(await readdir(join(folder, 'out'))).toHaveLength(7);
});

test('--json is one object, also where it fails', async () => {
  const folder = await createFolder({ 'pets.yaml': BROKEN_SPEC });
  const { code, stdout } = await apipin(folder, [...CLIENT, '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    targets: [{ kind: 'client', out: 'out', status: 'failed' }],
    diagnostics: [
      {
        code: 'type-unknown',
        severity: 'error',
        line: 11,
        pointer: '/components/schemas/Pet/properties/name/type',
      },
    ],
  });
});

test('without a target, generates what specs/versions.yaml lists, from any folder below', async () => {
  const folder = await createFolder({
    'specs/versions.yaml': 'apis:\n  pets:\n    versions: [{ id: v1, spec: v1/pets.yaml }]\n',
    'specs/v1/pets.yaml': SPEC,
    'packages/pets-v1/package.json': '{}',
  });
  const { code } = await apipin(join(folder, 'packages/pets-v1'), ['generate']);
  expect(code).toBe(0);
  expect(await readdir(join(folder, 'packages/pets-v1/src'))).toContain('client.ts');
  expect(await readdir(join(folder, 'packages/pets-v1-zod/src'))).toContain('agreement.test-d.ts');
});

test('one bad spec among several leaves every folder as it was', async () => {
  const folder = await createFolder({
    'specs/versions.yaml':
      'apis:\n  pets:\n    versions: [{ id: v1, spec: pets.yaml }, { id: v2, spec: broken.yaml }]\n',
    'specs/pets.yaml': SPEC,
    'specs/broken.yaml': BROKEN_SPEC,
  });
  expect(await apipin(folder, ['generate'])).toMatchObject({ code: 2 });
  expect(await readdir(folder)).toEqual(['specs']);
});

test.each([
  [[], /Usage: apipin/],
  [['frobnicate'], /there is no command "frobnicate"/],
  [['generate', 'rust', 'pets.yaml'], /neither client nor zod/],
  [['generate', 'client'], /name the spec/],
  [['generate', 'client', 'pets.yaml'], /--out <dir>/],
  [['generate', 'client', 'pets.yaml', '--out', 'out', '--quick'], /--quick/],
  [['generate', 'zod', 'pets.yaml', '--out', 'out', '--allow', 'anything'], /cannot be allowed/],
  [['generate', 'client', 'pets.yaml', '--out', 'out', '--strict'], /--strict is for validators/],
  [['generate', '--open-enums'], /--open-enums needs to know what to generate/],
  [
    ['generate', 'zod', 'pets.yaml', '--out', 'out', '--open-enums', '--agree-with', 'pets'],
    /leave --agree-with out/,
  ],
  [['generate', 'client', 'missing.yaml', '--out', 'out'], /missing\.yaml:1: error cannot-read/],
  [['generate'], /no specs.versions\.yaml/],
  [['sandbox', '--port', 'many'], /--port takes a number/],
])('%j is exit 2 and says what to do', async (args, message) => {
  const folder = await createFolder({ 'pets.yaml': SPEC });
  const { code, stdout, stderr } = await apipin(folder, args);
  expect(code).toBe(2);
  expect(stdout + stderr).toMatch(message);
});

test.each([[['--help']], [['generate', '--help']], [['sandbox', '-h']]])(
  '%j is help, and exit 0',
  async (args) => {
    const { code, stdout, stderr } = await apipin(await createFolder({}), args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage');
  },
);

test('colour and progress are for terminals alone', async () => {
  const folder = await createFolder({ 'pets.yaml': SPEC });
  const onTerminal = await apipin(folder, CLIENT, { isTTY: true });
  const inPipe = await apipin(folder, [...CLIENT, '--check']);
  expect(onTerminal.stdout).toContain('\u001b[');
  expect(onTerminal.stderr).toContain('client of pets.yaml');
  expect(inPipe.stdout + inPipe.stderr).not.toContain('\u001b');
});

const STATUS = `openapi: 3.1.0
info: { title: Status, version: '1' }
components:
  schemas:
    Status:
      type: object
      properties: { state: { enum: [on, off] }, dim: { $dynamicRef: 'https://example.com/a#level' } }
    Level: { $id: 'https://example.com/a', $dynamicAnchor: level }
    Other: { $id: 'https://example.com/b', $dynamicAnchor: level }
`;

test('--allow takes an error as a warning, --strict and --open-enums reach the validators', async () => {
  const folder = await createFolder({ 'status.yaml': STATUS });
  const generate = ['generate', 'zod', 'status.yaml', '--out', 'out'];
  expect(await apipin(folder, generate)).toMatchObject({ code: 2 });
  const allowed = await apipin(folder, [
    ...generate,
    '--allow',
    'dynamic-ref',
    '--strict',
    '--open-enums',
  ]);
  expect(allowed).toMatchObject({ code: 0 });
  expect(allowed.stderr).toContain('warning dynamic-ref');
  const schemas = await readFile(join(folder, 'out/schemas.ts'), 'utf8');
  expect(schemas).toContain('z.strictObject');
  expect(schemas).toContain(".openEnum(['off', 'on']");
});

test('hundreds of problems of one kind are counted, and --json has them all', async () => {
  const properties = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`p${index}`, { size: 1 }]),
  );
  const root = { openapi: '3.1.0', info: {}, components: { schemas: { A: { properties } } } };
  const folder = await createFolder({ 'many.json': JSON.stringify(root) });
  const generate = ['generate', 'zod', 'many.json', '--out', 'out'];
  const { stderr } = await apipin(folder, generate);
  expect(stderr).toContain('… and 40 more of keyword-unknown; --json lists them all');
  const { stdout } = await apipin(folder, [...generate, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ diagnostics: { length: 50 } });
});
