/** Runs the example in this folder against the sandbox, as it was compiled. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startSandbox } from '@apipin/sandbox';

interface Example {
  deliverMessages(channelId: number, options: object): Promise<{ readonly status: string }[]>;
}

const { deliverMessages } = (await import(pathToFileURL(resolve('dist/index.js')).href)) as Example;
const sandbox = await startSandbox();
try {
  const channels = `${sandbox.url}/conversations/v3/custom-channels/`;
  const channelId = await create(channels, {
    name: 'Rehearsal',
    capabilities: { allowOutgoingMessages: true },
  });
  await create(`${channels}${channelId}/channel-accounts`, {
    name: 'Lamp shop',
    authorized: true,
    inboxId: '1',
    deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199' },
  });
  const deliveries = await deliverMessages(Number(channelId), {
    accessToken: 'any',
    baseUrl: sandbox.url,
    // For the example that maps to another version.
    send: fetch,
    around: (send: typeof fetch) => send,
    onLoss: () => undefined,
  });
  assert.deepEqual(
    deliveries.map(({ status }) => status),
    ['RECEIVED', 'SENT', 'READ', 'FAILED'],
  );
} finally {
  await sandbox.close();
}

async function create(url: string, body: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { id } = (await response.json()) as { readonly id: string };
  return id;
}
