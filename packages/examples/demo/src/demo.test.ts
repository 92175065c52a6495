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
