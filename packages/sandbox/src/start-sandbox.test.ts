import { expect, test } from 'vitest';
import { startSandbox } from './start-sandbox.ts';

test('a sandbox listens on a free port of the loopback interface until it is closed', async () => {
  const sandbox = await startSandbox();
  expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  // The client keeps this connection open, which must not keep the sandbox from closing.
  expect((await fetch(sandbox.url)).status).toBe(404);
  await sandbox.close();
  await expect(fetch(sandbox.url)).rejects.toThrow();
  await expect(sandbox.close()).resolves.toBeUndefined();
});

test('a port that is taken is an error', async () => {
  const first = await startSandbox();
  const port = Number(new URL(first.url).port);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
  const second = await startSandbox({ port });
  expect(second.url).toBe(first.url);
  await second.close();
});
