import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { run2026, runV3, runV3Over2026 } from './consumers.ts';
import { checkPromises } from './promises.ts';

test('the mapping keeps every promise', async () => {
  const promises = checkPromises(await runV3(), await run2026(), await runV3Over2026());
  expect(promises.filter(({ kept }) => !kept)).toEqual([]);
});

test('an answer that differs from what was promised is noticed', async () => {
  const tampering = await runV3Over2026(async (request) => {
    const response = await fetch(request);
    const text = await response.text();
    return new Response(text.replace('not in service', 'busy'), response);
  });
  const broken = checkPromises(await runV3(), await run2026(), tampering).filter(
    ({ kept }) => !kept,
  );
  expect(broken.map(({ promise }) => promise)).toEqual([
    'v3 code gets the same results on 2026-03',
    'v3 code sees the very answers that v3 gives',
  ]);
});

test('the messages are delivered by one source, under either pin', async () => {
  const read = (consumer: string, path: string): Promise<string> =>
    readFile(new URL(`../../${consumer}/${path}`, import.meta.url), 'utf8');
  const source = 'src/deliver-messages.ts';
  expect(await read('pinned-to-2026-03', source)).toBe(await read('pinned-to-v3', source));
  const pin = async (consumer: string): Promise<unknown> =>
    (JSON.parse(await read(consumer, 'package.json')) as { dependencies: unknown }).dependencies;
  expect(await pin('pinned-to-v3')).toEqual({
    'custom-channels': 'workspace:@apipin/custom-channels-v3@*',
  });
  expect(await pin('pinned-to-2026-03')).toEqual({
    'custom-channels': 'workspace:@apipin/custom-channels-2026-03@*',
  });
});
