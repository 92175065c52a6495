import { createClient as createV3 } from '@apipin/custom-channels-v3';
import { validateWith } from '@apipin/custom-channels-v3/runtime';
import { operations as v3 } from '@apipin/custom-channels-v3-zod';
import { createClient as create2026_03, isApiError } from '@apipin/custom-channels-2026-03';
import { operations as v2026_03 } from '@apipin/custom-channels-2026-03-zod';
import { expect, test } from 'vitest';
import { createSandbox } from '../src/sandbox.ts';

test('a message published with the client of one version is reported with that of the other', async () => {
  const { fetch } = createSandbox();
  const older = createV3({
    accessToken: 't',
    fetch,
    validation: validateWith(v3, { response: 'throw' }),
  });
  const newer = create2026_03({
    accessToken: 't',
    fetch,
    validation: validateWith(v2026_03, { response: 'throw' }),
  });

  const channel = await older.createChannel({ body: { name: 'Larkspur Chat', capabilities: {} } });
  const channelId = Number(channel.id);
  const account = await newer.createChannelAccount({
    channelId,
    body: { inboxId: '1', name: 'Support', authorized: true },
  });
  const deliveryIdentifier = { type: 'HS_PHONE_NUMBER', value: '+15550142377' };
  const message = await older.publishMessage({
    channelId,
    body: {
      channelAccountId: account.id,
      messageDirection: 'OUTGOING',
      text: 'Your bike is ready.',
      timestamp: '2026-05-13T10:15:03.227Z',
      senders: [],
      recipients: [{ deliveryIdentifier }],
      attachments: [],
    },
  });
  const reported = await newer.updateMessage({
    channelId,
    messageId: message.id,
    body: { statusType: 'READ' },
  });
  expect(reported.status).toEqual({ statusType: 'READ' });
  expect(await older.getMessage({ channelId, messageId: message.id })).toEqual(reported);

  const refusal = await newer.getChannel({ channelId: 404 }).catch((error: unknown) => error);
  expect(isApiError(refusal, 'getChannel') && refusal.status).toBe(404);
});
