import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apipin } from './apipin.ts';
import { createRandom } from './random.ts';
import { repositoryPath } from './repository.ts';
import { createScratchFolder, readFolder } from './scratch-folder.ts';
import { shuffleSpec } from './shuffle-spec.ts';
import { readSpec, specPath } from './spec.ts';
import { versions } from './versions.ts';

const SEEDS = process.env['APIPIN_LONG_TESTS'] === undefined ? [1] : range(50);

test.each(versions)('$id: generating again gives the bytes in the repository', async ({ id }) => {
  const folder = await createScratchFolder({});
  const client = `custom-channels-${id}`;
  for (const args of [
    ['client', specPath(id), '--out', client],
    ['zod', specPath(id), '--out', `${client}-zod`, '--agree-with', `@apipin/${client}`],
  ])
    expect(await apipin(folder, ['generate', ...args])).toMatchObject({ code: 0 });
  for (const name of [client, `${client}-zod`])
    expect(await readFolder(join(folder, name)), name).toEqual(await readGenerated(name));
});

test.each(SEEDS)('specs in another order give the same bytes (seed %i)', async (seed) => {
  const random = createRandom(seed);
  const specs = versions.map(({ id }) => {
    const text = JSON.stringify(shuffleSpec(readSpec(id), random));
    expect(text).not.toBe(JSON.stringify(readSpec(id)));
    return [`specs/${id}.json`, text];
  });
  const folder = await createScratchFolder({
    ...Object.fromEntries(specs),
    'specs/versions.yaml': JSON.stringify({
      apis: {
        'custom-channels': { versions: versions.map(({ id }) => ({ id, spec: `${id}.json` })) },
      },
    }),
  });
  expect(await apipin(folder, ['generate'])).toMatchObject({ code: 0 });
  for (const name of versions.flatMap(({ id }) => [
    `custom-channels-${id}`,
    `custom-channels-${id}-zod`,
  ])) {
    const generated = await readFolder(join(folder, 'packages', name, 'src'));
    expect(generated, name).toEqual(await readGenerated(name));
  }
});

async function readGenerated(name: string): Promise<Record<string, string>> {
  const files = await readFolder(repositoryPath(`packages/${name}/src`));
  if (files?.['index.ts'] === undefined) throw new Error(`packages/${name}/src is not there`);
  return files;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
