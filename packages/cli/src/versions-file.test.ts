import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRepository, readVersions } from './versions-file.ts';

test('lists the versions of every API', async () => {
  const root = await createRepository(`
apis:
  pets:
    versions:
      - { id: 'v1', spec: v1/pets.yaml, status: supported, supportedUntil: '2027-09', successor: '2026-03' }
      - { id: '2026-03', spec: 2026-03/pets.yaml, released: '2026-03-30' }
  boats:
    versions: [{ id: 'v1', spec: v1/boats.yaml }]
`);
  const versions = await readVersions(root);
  expect(versions.map(({ api, id }) => `${api} ${id}`)).toEqual([
    'pets v1',
    'pets 2026-03',
    'boats v1',
  ]);
  expect(versions[0]).toMatchObject({ supportedUntil: '2027-09', successor: '2026-03' });
});

test('finds the repository from any folder below', async () => {
  const root = await createRepository('apis: {}');
  expect(findRepository(join(root, 'specs'))).toBe(root);
  expect(findRepository(tmpdir())).toBeUndefined();
});

test.each([
  ['', 'apis: expected'],
  ['api: pets', 'apis: expected'],
  ['apis: { ../pets: { versions: [] } }', 'apis.../pets: a name has'],
  ['apis: { pets: }', 'apis.pets: expected "versions"'],
  ['apis: { pets: { versions: [{ spec: a.yaml }] } }', 'versions[0]: expected an "id"'],
  ['apis: { pets: { versions: [{ id: ., spec: a.yaml }] } }', 'versions[0]: expected an "id"'],
  ['apis: { pets: { versions: [{ id: v1 }] } }', 'expected a "spec"'],
  [
    'apis: { pets: { versions: [{ id: v1, spec: a.yaml, supportedUntil: soon }] } }',
    '"supportedUntil" is a day',
  ],
  ['apis: { pets: { versions: [{ id: v1, spec: a.yaml, status: old }] } }', '"status" is one of'],
  [
    'apis: { pets: { versions: [{ id: v1, spec: a.yaml }, { id: v1, spec: b.yaml }] } }',
    '"v1" is listed twice',
  ],
])('says what is wrong with %j', async (text, message) => {
  const root = await createRepository(text);
  await expect(readVersions(root)).rejects.toThrow(message);
});

async function createRepository(versions: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'apipin-versions-'));
  await mkdir(join(root, 'specs'));
  await writeFile(join(root, 'specs/versions.yaml'), versions);
  return root;
}
