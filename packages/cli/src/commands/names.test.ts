import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestContract, digestMeaning, parseSource, type JsonObject } from '@apipin/openapi-model';
import { lockNames, renderLock } from '@apipin/spec-sync';
import { expect, test } from 'vitest';
import { apipin, createFolder, type Outcome } from '../../test/terminal.ts';

const SPEC = `# Kept by hand.
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets/{petId}:
    parameters:
      - { name: petId, in: path, required: true, schema: { type: string } }
    get:
      operationId: getPet # the one
      tags: [Pets]
      responses:
        '200': { description: Pet, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
components:
  schemas:
    Pet: { type: object }
`;
const VERSIONS = `apis: { pets: { versions: [{ id: '1', spec: 1/pets.yaml }] } }\n`;
const OVERLAY = `overlay: 1.0.0
info: { title: Corrections, version: '1' }
actions: [{ target: $.components.schemas.Pet, description: It has one., update: {} }]
`;

function lockOf(spec: string): string {
  const root = parseSource(spec, 'spec').source?.root as JsonObject;
  const renamed = parseSource(spec.replaceAll('Pet', 'Animal'), 'spec').source?.root as JsonObject;
  const meaning = digestContract(root);
  const names = lockNames(renamed, lockNames(root));
  const document = digestMeaning(root);
  return renderLock({ source: 'pets.json', bytes: 'bytes', meaning, document, earlier: [], names });
}

const FILES = {
  'specs/versions.yaml': VERSIONS,
  'specs/1/pets.yaml': SPEC,
  'specs/1/pets.lock.yaml': lockOf(SPEC),
};

function names(folder: string, args: readonly string[]): Promise<Outcome> {
  return apipin(folder, ['names', ...args]);
}

test('shows what is pinned under which name, and what upstream calls it', async () => {
  const folder = await createFolder(FILES);
  expect(await names(folder, ['1'])).toEqual({
    code: 0,
    stdout: `\
operations  getPet  GET /pets/{petId}, upstream: getAnimal
tags        Pets    upstream: Animals
schemas     Pet     upstream: Animal
`,
    stderr: '',
  });
  const { stdout } = await names(folder, ['pets@1', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    api: 'pets',
    version: '1',
    names: [{ kind: 'operations', name: 'getPet', upstream: 'getAnimal' }, {}, {}],
  });
});

test('a version that was never synced has the names of its spec', async () => {
  const { 'specs/1/pets.lock.yaml': _, ...files } = FILES;
  const folder = await createFolder(files);
  expect((await names(folder, ['1'])).stdout).toContain('schemas     Pet\n');
  expect(await names(folder, ['1', '--set', 'Pet=Animal'])).toMatchObject({
    code: 2,
    stderr:
      'apipin names: there is no specs/1/pets.lock.yaml to set a name in; apipin sync --from <file|url> --docs writes it\n',
  });
});

test('sets a name in the spec and in its lock, and nothing else', async () => {
  const folder = await createFolder(FILES);
  const { code, stdout, stderr } = await names(folder, ['1', '--set', 'Pet=Creature']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^schemas\/Pet is called Creature now in specs\/1\/pets\.yaml/);
  const spec = await readFile(join(folder, 'specs/1/pets.yaml'), 'utf8');
  expect(spec).toBe(
    SPEC.replace('schemas/Pet', 'schemas/Creature').replace('    Pet:', '    Creature:'),
  );
  expect((await names(folder, ['1'])).stdout).toContain('schemas     Creature  upstream: Animal\n');
  await names(folder, ['1', '--set', 'Creature=Pet']);
  expect(await readFile(join(folder, 'specs/1/pets.yaml'), 'utf8')).toBe(SPEC);
  expect(await readFile(join(folder, 'specs/1/pets.lock.yaml'), 'utf8')).toBe(
    FILES['specs/1/pets.lock.yaml'],
  );
});

test('says where else the old name stands', async () => {
  const folder = await createFolder({ ...FILES, 'specs/1/pets.overlay.yaml': OVERLAY });
  const { stdout, stderr } = await names(folder, ['1', '--set', 'Pet=Creature', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'schemas', from: 'Pet', to: 'Creature' });
  expect(stderr).toBe('specs/1/pets.overlay.yaml mentions Pet: change it there as well\n');
});

test.each([
  [[], 'name the version: apipin names <version>'],
  [['1', '2'], 'one version at a time; what is "2"?'],
  [['7'], 'there is no version "7" in specs/versions.yaml; it has pets@1'],
  [['1', '--set', 'Pet'], '--set takes <from>=<to>, not "Pet"'],
  [['1', '--set', 'Cat=Dog'], '"Cat" is not pinned; apipin names <version> lists what is'],
  [
    ['1', '--set', 'Pet=Pet'],
    'schemas/Pet is taken; choose another name, or rename that one first',
  ],
])('%j is refused: %s', async (args, message) => {
  const folder = await createFolder(FILES);
  expect(await names(folder, args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `apipin names: ${message}\n`,
  });
  expect(await readFile(join(folder, 'specs/1/pets.yaml'), 'utf8')).toBe(SPEC);
});

test('a spec that was edited by hand is not made to look synced', async () => {
  const folder = await createFolder({
    ...FILES,
    'specs/1/pets.yaml': SPEC.replace('type: object', 'type: string'),
  });
  expect(await names(folder, ['1', '--set', 'Pet=Animal'])).toMatchObject({
    code: 2,
    stderr:
      'apipin names: specs/1/pets.yaml was edited since it was synced; restore it before a name is set\n',
  });
});
