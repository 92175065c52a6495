import createClient from 'openapi-fetch';
import type { paths } from '@bench/openapi-typescript/schema';

const client = createClient<paths>({
  baseUrl: 'https://api.hubapi.com',
  headers: { authorization: 'Bearer pat-na1-example' },
});

export async function callAll(channelId: number, messageId: string): Promise<unknown[]> {
  const path = { channelId };
  const channels = await client.GET('/conversations/custom-channels/2026-03', {
    params: { query: { limit: 10 } },
  });
  const created = await client.POST('/conversations/custom-channels/2026-03', {
    body: { name: 'Harbor Chat', capabilities: { threadingModel: 'INTEGRATION_THREAD_ID' } },
  });
  const channel = await client.GET('/conversations/custom-channels/2026-03/{channelId}', {
    params: { path },
  });
  const renamed = await client.PATCH('/conversations/custom-channels/2026-03/{channelId}', {
    params: { path },
    body: { name: 'Harbor Bikes' },
  });
  const staged = await client.PATCH(
    '/conversations/custom-channels/2026-03/{channelId}/channel-account-staging-tokens/{accountToken}',
    {
      params: { path: { channelId, accountToken: 'account-token' } },
      body: { accountName: 'Front desk' },
    },
  );
  const accounts = await client.GET(
    '/conversations/custom-channels/2026-03/{channelId}/channel-accounts',
    { params: { path, query: { deliveryIdentifierType: ['HS_PHONE_NUMBER'] } } },
  );
  const connected = await client.POST(
    '/conversations/custom-channels/2026-03/{channelId}/channel-accounts',
    { params: { path }, body: { authorized: true, inboxId: '77', name: 'Front desk' } },
  );
  const account = await client.GET(
    '/conversations/custom-channels/2026-03/{channelId}/channel-accounts/{channelAccountId}',
    { params: { path: { channelId, channelAccountId: 891011 } } },
  );
  const withdrawn = await client.PATCH(
    '/conversations/custom-channels/2026-03/{channelId}/channel-accounts/{channelAccountId}',
    { params: { path: { channelId, channelAccountId: 891011 } }, body: { authorized: false } },
  );
  const published = await client.POST(
    '/conversations/custom-channels/2026-03/{channelId}/messages',
    {
      params: { path },
      body: {
        text: 'Here are the photos.',
        attachments: [{ type: 'FILE', fileId: '90210331', fileUsageType: 'IMAGE' }],
        channelAccountId: account.data?.id ?? '',
        messageDirection: 'INCOMING',
        recipients: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199010' } }],
        senders: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550142377' } }],
        timestamp: '2026-05-12T15:20:05.640Z',
      },
    },
  );
  const message = await client.GET(
    '/conversations/custom-channels/2026-03/{channelId}/messages/{messageId}',
    { params: { path: { channelId, messageId } } },
  );
  await client.DELETE('/conversations/custom-channels/2026-03/{channelId}', { params: { path } });
  return [
    channels.data?.results.map(({ id }) => id),
    created.data?.capabilities.threadingModel,
    channel.data?.webhookUrl,
    renamed.data?.name,
    staged.data?.deliveryIdentifier?.value,
    accounts.data?.paging?.next?.after,
    connected.data?.inboxId,
    withdrawn.data?.authorized,
    published.data?.conversationsThreadId,
    message.data?.attachments.map((attachment) =>
      attachment.type === 'FILE' ? attachment.url : '',
    ),
    await reportSent(channelId, messageId),
  ];
}

async function reportSent(channelId: number, messageId: string): Promise<string | undefined> {
  const { data, error } = await client.PATCH(
    '/conversations/custom-channels/2026-03/{channelId}/messages/{messageId}',
    { params: { path: { channelId, messageId } }, body: { statusType: 'SENT' } },
  );
  return error === undefined ? data.status?.statusType : error.errors?.[0]?.message;
}
