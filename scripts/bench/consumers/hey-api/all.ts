import {
  archiveChannel,
  createChannel,
  createChannelAccount,
  getChannel,
  getChannelAccount,
  getMessage,
  listChannelAccounts,
  listChannels,
  publishMessage,
  updateChannel,
  updateChannelAccount,
  updateChannelAccountStagingToken,
  updateMessage,
} from '@bench/hey-api/index';
import { client } from '@bench/hey-api/client.gen';

client.setConfig({ auth: 'pat-na1-example' });

export async function callAll(channelId: number, messageId: string): Promise<unknown[]> {
  const path = { channelId };
  const channels = await listChannels({ query: { limit: 10 } });
  const created = await createChannel({
    body: { name: 'Harbor Chat', capabilities: { threadingModel: 'INTEGRATION_THREAD_ID' } },
  });
  const channel = await getChannel({ path });
  const renamed = await updateChannel({ path, body: { name: 'Harbor Bikes' } });
  const staged = await updateChannelAccountStagingToken({
    path: { channelId, accountToken: 'account-token' },
    body: { accountName: 'Front desk' },
  });
  const accounts = await listChannelAccounts({
    path,
    query: { deliveryIdentifierType: ['HS_PHONE_NUMBER'] },
  });
  const connected = await createChannelAccount({
    path,
    body: { authorized: true, inboxId: '77', name: 'Front desk' },
  });
  const account = await getChannelAccount({ path: { channelId, channelAccountId: 891011 } });
  const withdrawn = await updateChannelAccount({
    path: { channelId, channelAccountId: 891011 },
    body: { authorized: false },
  });
  const published = await publishMessage({
    path,
    body: {
      text: 'Here are the photos.',
      attachments: [{ type: 'FILE', fileId: '90210331', fileUsageType: 'IMAGE' }],
      channelAccountId: account.data?.id ?? '',
      messageDirection: 'INCOMING',
      recipients: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199010' } }],
      senders: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550142377' } }],
      timestamp: '2026-05-12T15:20:05.640Z',
    },
  });
  const message = await getMessage({ path: { channelId, messageId } });
  await archiveChannel({ path });
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
  const { data, error } = await updateMessage({
    path: { channelId, messageId },
    body: { statusType: 'SENT' },
  });
  return data === undefined ? error.errors?.[0]?.message : data.status?.statusType;
}
