import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder } from '../test/terminal.ts';
import { clientPackageOf, findTargets, versionOf } from './workspace.ts';

const VERSIONS = `
apis:
  pets:
    versions:
      - { id: v1, spec: v1/pets.yaml, status: supported, supportedUntil: '2027-09', successor: v2 }
      - { id: v2, spec: v2/pets.yaml }
`;

const V1 = { api: 'pets', id: 'v1', status: 'supported', supportedUntil: '2027-09' };

test('a client is generated of its version, validators and mappings beside it', async () => {
  const root = await createFolder({ 'specs/versions.yaml': VERSIONS });
  const targets = await findTargets(join(root, 'specs'));
  expect(targets.map(({ kind, out }) => `${kind} ${out}`)).toEqual([
    'client ../packages/pets-v1/src',
    'zod ../packages/pets-v1-zod/src',
    'client ../packages/pets-v2/src',
    'zod ../packages/pets-v2-zod/src',
    'compat ../packages/pets-compat/src/generated',
  ]);
  expect(targets[0]).toMatchObject({ specs: ['v1/pets.yaml'], apiVersion: V1 });
  expect(targets[4]).toMatchObject({ packages: { versions: { old: 'v1', current: 'v2' } } });
});

test('a spec has the version that the repository around it lists', async () => {
  const root = await createFolder({ 'specs/versions.yaml': VERSIONS });
  const spec = join(root, 'specs/v1/pets.yaml');
  expect(await versionOf(spec)).toMatchObject(V1);
  expect(await clientPackageOf(spec)).toBe('@apipin/pets-v1');
});

test.each(['specs/v3/pets.yaml', 'v1/pets.yaml'])('no version is known of %s', async (path) => {
  const root = await createFolder({ 'specs/versions.yaml': VERSIONS });
  expect(await versionOf(join(root, path))).toBeUndefined();
  expect(await clientPackageOf(join(root, path))).toBeUndefined();
});

test('no version is known where there is no repository', async () => {
  const folder = await createFolder({});
  expect(await versionOf(join(folder, 'pets.yaml'))).toBeUndefined();
});
