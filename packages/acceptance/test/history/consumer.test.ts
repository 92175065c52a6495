import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apipinHere } from '../apipin.ts';
import type { JsonObject } from '../json.ts';
import { createScratchFolder, readFolder } from '../scratch-folder.ts';
import { compileConsumer, type ClientSource } from './consumer.ts';
import { MEANT, withBreak } from './upstream.ts';

test('code that uses everything breaks where what it uses does', async () => {
  const folder = await createScratchFolder({});
  const renamed = JSON.stringify(MEANT).replace('"after"', '"next"');
  const [old, needing, lacking] = [
    await generate(folder, 'old', MEANT),
    await generate(folder, 'needing', withBreak(MEANT, 1)),
    await generate(folder, 'lacking', JSON.parse(renamed) as JsonObject),
  ];
  const scratch = join(folder, 'consumers');
  const same = await compileConsumer(MEANT, old, old, scratch);
  expect(same.broken).toEqual([]);
  expect(same.uses).toBeGreaterThan(40);
  expect((await compileConsumer(MEANT, old, needing, scratch)).broken).toEqual([
    expect.stringContaining('await client.createPet('),
    expect.stringContaining('await client.createPet('),
  ]);
  expect((await compileConsumer(MEANT, old, lacking, scratch)).broken).toEqual([
    expect.stringContaining('answer["after"]'),
    expect.stringContaining('answer["after"]'),
  ]);
});

async function generate(folder: string, name: string, document: JsonObject): Promise<ClientSource> {
  const spec = join(folder, `${name}.json`);
  await writeFile(spec, JSON.stringify(document));
  expect(await apipinHere(folder, ['generate', 'client', spec, '--out', name])).toMatchObject({
    code: 0,
  });
  return new Map(Object.entries((await readFolder(join(folder, name))) ?? {}));
}
