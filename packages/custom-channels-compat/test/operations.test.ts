import { createClient as createCurrentClient } from '@apipin/custom-channels-2026-03';
import { operations as currentOperations } from '@apipin/custom-channels-2026-03-zod';
import { createClient as createV3Client } from '@apipin/custom-channels-v3';
import { operations as v3Operations } from '@apipin/custom-channels-v3-zod';
import { expect, test } from 'vitest';
import { createCompatFetch, loneOperations, plan } from '../src/index.ts';
import { startRecordingUpstream } from './recording-upstream.ts';

const deliveryIdentifier = { type: 'HS_PHONE_NUMBER', value: '+4930901820' } as const;
const capabilities = { allowOutgoingMessages: true };

/** A call of every operation, with values that both versions hold. */
const inputs = {
  listChannels: { limit: 5, after: 'a b', sort: ['name', '-id'], appId: 7 },
  createChannel: { appId: 7, body: { name: 'Pigeon post', capabilities } },
  getChannel: { channelId: 1 },
  updateChannel: { channelId: 1, body: { name: 'Carrier pigeons' } },
  archiveChannel: { channelId: 1 },
  updateChannelAccountStagingToken: {
    channelId: 1,
    accountToken: 'a/b?c',
    body: { accountName: 'Berlin', deliveryIdentifier },
  },
  listChannelAccounts: {
    channelId: 1,
    archived: true,
    deliveryIdentifierType: ['HS_PHONE_NUMBER', 'HS_SHORT_CODE'],
    deliveryIdentifierValue: ['+49 30', '&'],
  },
  createChannelAccount: {
    channelId: 1,
    body: { authorized: true, inboxId: '9', name: 'Berlin', deliveryIdentifier },
  },
  getChannelAccount: { channelId: 1, channelAccountId: 2, archived: false },
  updateChannelAccount: { channelId: 1, channelAccountId: 2, body: { authorized: false } },
  publishMessage: {
    channelId: 1,
    body: {
      text: 'hello',
      attachments: [],
      channelAccountId: '2',
      messageDirection: 'INCOMING',
      recipients: [{ deliveryIdentifier }],
      senders: [{ deliveryIdentifier, name: 'Ada' }],
      integrationIdempotencyId: 'hello-1',
      timestamp: '2026-03-30T08:00:00Z',
    },
  },
  getMessage: { channelId: 1, messageId: 'm-1' },
  updateMessage: { channelId: 1, messageId: 'm-1', body: { statusType: 'SENT' } },
} as const satisfies Record<keyof typeof v3Operations, unknown>;

type OperationId = keyof typeof inputs;
type CallOperation = (input: unknown) => Promise<unknown>;

const createClients = { v3: createV3Client, '2026-03': createCurrentClient };

test('every operation is mapped, or listed as one that a version has alone', () => {
  const mapped = Object.keys(plan.operations);

  expect(mapped).toHaveLength(13);
  expect(Object.keys(v3Operations).toSorted()).toEqual(
    [...mapped, ...Object.keys(loneOperations.old)].toSorted(),
  );
  expect(Object.keys(currentOperations).toSorted()).toEqual(
    [...mapped, ...Object.keys(loneOperations.current)].toSorted(),
  );
});

test.each(
  (Object.keys(inputs) as OperationId[]).flatMap((operationId) => [
    { operationId, versions: { serve: 'v3', upstream: '2026-03' } as const },
    { operationId, versions: { serve: '2026-03', upstream: 'v3' } as const },
  ]),
)('$operationId of $versions.serve arrives as $versions.upstream has it', async (row) => {
  await using recorder = await startRecordingUpstream();
  const { operationId, versions } = row;
  const options = {
    accessToken: 'secret-token',
    baseUrl: recorder.origin,
    // Each client has a name of its own, which is no matter of mapping.
    headers: { 'user-agent': 'test' },
  };
  const served = createClients[versions.serve]({
    ...options,
    fetch: createCompatFetch(versions),
  });
  const direct = createClients[versions.upstream](options);

  await (served[operationId] as CallOperation)(inputs[operationId]);
  await (direct[operationId] as CallOperation)(inputs[operationId]);

  const [overCompat, want] = recorder.received;
  expect(overCompat).toEqual(want);
});
