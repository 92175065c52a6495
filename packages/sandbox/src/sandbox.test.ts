import { expect, test } from 'vitest';
import { createSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const root = 'https://api.hubapi.com/conversations/custom-channels/2026-03';

async function createChannel({ fetch }: Sandbox) {
  const response = await fetch(
    new Request(root, {
      method: 'POST',
      headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
      body: '{"name":"x","capabilities":{}}',
    }),
  );
  return { location: response.headers.get('Location'), body: await response.json() };
}

test('a sandbox answers without a socket, as the host that was asked', async () => {
  expect(await createChannel(createSandbox())).toMatchObject({ location: `${root}/1` });
});

test('fetch takes what that of the platform takes', async () => {
  const { fetch } = createSandbox();
  const init = { headers: { Authorization: 'Bearer t' } };
  for (const [input, more] of [
    [root, init],
    [new URL(root), init],
    [new Request(root, init)],
    [new Request(root), init],
  ] as const) {
    expect((await fetch(input, more)).status).toBe(200);
  }
  await expect(fetch('https://[')).rejects.toThrow(TypeError);
});

test('two sandboxes know nothing of each other', async () => {
  const [one, other] = [createSandbox(), createSandbox()];
  await createChannel(one);
  expect((await createChannel(other)).body).toMatchObject({ id: '1' });
});

test('after a reset everything is as it was at first', async () => {
  const sandbox = createSandbox({ now: () => new Date(0) });
  const first = await createChannel(sandbox);
  const { id } = sandbox.seedMessage({ channelId: '1', channelAccountId: '2' });
  sandbox.reset();
  const read = await sandbox.fetch(
    new Request(`${root}/1/messages/${id}`, { headers: { Authorization: 'Bearer t' } }),
  );
  expect(read.status).toBe(404);
  expect(await createChannel(sandbox)).toEqual(first);
});

test('times and identifiers come from where the options say', async () => {
  const sandbox = createSandbox({
    now: () => new Date('2026-04-20T08:12:45.301Z'),
    uuid: () => '00000000-0000-4000-8000-000000000007',
  });
  expect((await createChannel(sandbox)).body).toMatchObject({
    createdAt: '2026-04-20T08:12:45.301Z',
  });
  expect(sandbox.createStagingToken({ channelId: '1' })).toMatchObject({
    accountToken: '00000000-0000-4000-8000-000000000007',
  });
  expect(sandbox.seedMessage({ channelId: '1', channelAccountId: '2' })).toMatchObject({
    id: '00000000000040008000000000000007',
  });
  const refused = await sandbox.fetch(new Request(root));
  expect(await refused.json()).toMatchObject({
    correlationId: '00000000-0000-4000-8000-000000000007',
  });
});
