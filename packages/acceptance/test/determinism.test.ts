import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { apipinHere } from './apipin.ts';
import type { JsonObject } from './json.ts';
import { createRandom } from './random.ts';
import { repositoryPath } from './repository.ts';
import { createScratchFolder, readFolder } from './scratch-folder.ts';
import { shuffleSpec } from './shuffle-spec.ts';
import { readSpec } from './spec.ts';
import { versions } from './versions.ts';

const SEEDS = process.env['APIPIN_LONG_TESTS'] === undefined ? [1] : range(50);

test.each(versions)(
  "$id: the packages' own scripts give the bytes in the repository",
  async ({ id }) => {
    for (const name of [`custom-channels-${id}`, `custom-channels-${id}-zod`]) {
      const folder = repositoryPath(`packages/${name}`);
      const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
      const { scripts } = JSON.parse(manifest) as { scripts: { generate: string } };
      const [command, ...args] = scripts.generate.split(' ');
      expect(command).toBe('apipin');
      expect(await apipinHere(folder, [...args, '--check'])).toMatchObject({ code: 0 });
    }
  },
);

test.each(SEEDS)('specs in another order give the same bytes (seed %i)', async (seed) => {
  const random = createRandom(seed);
  const files = ['versions.yaml', ...versions.map(({ id }) => `${id}/custom-channels.yaml`)];
  const folder = await createScratchFolder(
    Object.fromEntries(
      files.map((file) => {
        const spec = parse(readFileSync(repositoryPath(`specs/${file}`), 'utf8')) as JsonObject;
        const text = JSON.stringify(shuffleSpec(spec, random));
        expect(text).not.toBe(JSON.stringify(spec));
        return [`specs/${file}`, text];
      }),
    ),
  );
  expect(await apipinHere(folder, ['generate'])).toMatchObject({ code: 0 });
  for (const name of versions.flatMap(({ id }) => [
    `custom-channels-${id}`,
    `custom-channels-${id}-zod`,
  ])) {
    const generated = await readFolder(join(folder, 'packages', name, 'src'));
    expect(generated, name).toEqual(await readGenerated(name));
  }
});

test('a spec that no repository lists is of no known version, and the rest is the same', async () => {
  const folder = await createScratchFolder({ 'spec.json': JSON.stringify(readSpec('v3')) });
  const args = ['generate', 'client', 'spec.json', '--out', 'client'];
  expect(await apipinHere(folder, args)).toMatchObject({ code: 0 });
  const { 'api-version.ts': version, ...listed } = await readGenerated('custom-channels-v3');
  expect(version).toContain("id: 'v3'");
  const generated = await readFolder(join(folder, 'client'));
  expect(Object.keys(generated ?? {})).toEqual(Object.keys(listed));
  expect(generated?.['client.ts']).toBe(listed['client.ts']);
});

async function readGenerated(name: string): Promise<Record<string, string>> {
  const files = await readFolder(repositoryPath(`packages/${name}/src`));
  if (files?.['index.ts'] === undefined) throw new Error(`packages/${name}/src is not there`);
  return files;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
