import { createShadowFetch, type Disagreement } from '@apipin/custom-channels-compat';
import { createClient } from '@apipin/custom-channels-v3';
import { startSandbox, type RunningSandbox } from '@apipin/sandbox';
import { expect, onTestFinished, test } from 'vitest';

const CHANNEL = { channelId: '1', channelAccountId: '2' };

/** A sandbox that has one channel. */
async function sandbox(): Promise<RunningSandbox> {
  const running = await startSandbox({ now: () => new Date(0) });
  onTestFinished(() => running.close());
  await createClient({ baseUrl: running.url, accessToken: 'token' }).createChannel({
    body: { name: 'Harbor Chat', capabilities: {} },
  });
  return running;
}

function shadowing(primary: RunningSandbox, shadow: RunningSandbox) {
  const disagreements: Disagreement[] = [];
  const fetch = createShadowFetch({
    serve: 'v3',
    upstream: '2026-03',
    upstreamUrl: shadow.url,
    onDisagreement: (disagreement) => void disagreements.push(disagreement),
  });
  const client = createClient({ baseUrl: primary.url, accessToken: 'token', fetch });
  return { client, fetch, disagreements };
}

test('where both versions answer alike, a v3 client hears nothing', async () => {
  const both = await sandbox();
  const { id } = both.seedMessage({
    ...CHANNEL,
    attachments: [{ type: 'MESSAGE_HEADER', fileId: 9007199254740993n, text: 'A bike' }],
  });
  const { client, fetch, disagreements } = shadowing(both, both);

  await client.getMessage({ channelId: 1, messageId: id });
  await fetch.idle();

  expect(disagreements).toEqual([]);
  expect(fetch.counts).toEqual({ compared: 1, dropped: 0, abandoned: 0 });
});

test('where they do not, it is told where, even if a double would not see it', async () => {
  const [primary, shadow] = [await sandbox(), await sandbox()];
  const message = { ...CHANNEL, id: 'a', conversationsThreadId: '3' };
  const header = { type: 'MESSAGE_HEADER', text: 'A bike' } as const;
  primary.seedMessage({ ...message, attachments: [{ ...header, fileId: 9007199254740993n }] });
  shadow.seedMessage({ ...message, attachments: [{ ...header, fileId: 9007199254740992n }] });
  const { client, fetch, disagreements } = shadowing(primary, shadow);

  await client.getMessage({ channelId: 1, messageId: 'a' });
  await fetch.idle();

  expect(disagreements).toEqual([
    {
      method: 'GET',
      name: 'getMessage',
      differences: [{ kind: 'value', pointer: '/attachments/0/fileId' }],
      isTruncated: false,
    },
  ]);
});
