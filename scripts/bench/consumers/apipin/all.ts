import { createClient, isApiError } from '@apipin/custom-channels-2026-03';

const client = createClient({ accessToken: 'pat-na1-example' });

export async function callAll(channelId: number, messageId: string): Promise<unknown[]> {
  const channels = await client.listChannels({ limit: 10 });
  const created = await client.createChannel({
    body: { name: 'Harbor Chat', capabilities: { threadingModel: 'INTEGRATION_THREAD_ID' } },
  });
  const channel = await client.getChannel({ channelId });
  const renamed = await client.updateChannel({ channelId, body: { name: 'Harbor Bikes' } });
  const staged = await client.updateChannelAccountStagingToken({
    channelId,
    accountToken: 'account-token',
    body: { accountName: 'Front desk' },
  });
  const accounts = await client.listChannelAccounts({
    channelId,
    deliveryIdentifierType: ['HS_PHONE_NUMBER'],
  });
  const connected = await client.createChannelAccount({
    channelId,
    body: { authorized: true, inboxId: '77', name: 'Front desk' },
  });
  const account = await client.getChannelAccount({ channelId, channelAccountId: 891011 });
  const withdrawn = await client.updateChannelAccount({
    channelId,
    channelAccountId: 891011,
    body: { authorized: false },
  });
  const published = await client.publishMessage({
    channelId,
    body: {
      text: 'Here are the photos.',
      attachments: [{ type: 'FILE', fileId: '90210331', fileUsageType: 'IMAGE' }],
      channelAccountId: account.id,
      messageDirection: 'INCOMING',
      recipients: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199010' } }],
      senders: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550142377' } }],
      timestamp: '2026-05-12T15:20:05.640Z',
    },
  });
  const message = await client.getMessage({ channelId, messageId });
  await client.archiveChannel({ channelId });
  return [
    channels.results.map(({ id }) => id),
    created.capabilities.threadingModel,
    channel.webhookUrl,
    renamed.name,
    staged.deliveryIdentifier?.value,
    accounts.paging?.next?.after,
    connected.inboxId,
    withdrawn.authorized,
    published.conversationsThreadId,
    message.attachments.map((attachment) => (attachment.type === 'FILE' ? attachment.url : '')),
    await reportSent(channelId, messageId),
  ];
}

async function reportSent(channelId: number, messageId: string): Promise<string | undefined> {
  try {
    const { status } = await client.updateMessage({
      channelId,
      messageId,
      body: { statusType: 'SENT' },
    });
    return status?.statusType;
  } catch (error) {
    if (isApiError(error, 'updateMessage') && typeof error.body === 'object') {
      return error.body.errors?.[0]?.message;
    }
    throw error;
  }
}
