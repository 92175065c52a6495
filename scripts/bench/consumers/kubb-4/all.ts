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
} from '@bench/kubb-4/clients/index';
import type { ResponseErrorConfig } from '@kubb/plugin-client/clients/fetch';
import { setConfig } from '@kubb/plugin-client/clients/fetch';
import type { UpdateMessage4XX } from '@bench/kubb-4/types/UpdateMessage';

setConfig({
  baseURL: 'https://api.hubapi.com',
  headers: { authorization: 'Bearer pat-na1-example' },
});

export async function callAll(channelId: number, messageId: string): Promise<unknown[]> {
  const channels = await listChannels({ limit: 10 });
  const created = await createChannel({
    name: 'Harbor Chat',
    capabilities: { threadingModel: 'INTEGRATION_THREAD_ID' },
  });
  const channel = await getChannel(channelId);
  const renamed = await updateChannel(channelId, { name: 'Harbor Bikes' });
  const staged = await updateChannelAccountStagingToken(channelId, 'account-token', {
    accountName: 'Front desk',
  });
  const accounts = await listChannelAccounts(channelId, {
    deliveryIdentifierType: ['HS_PHONE_NUMBER'],
  });
  const connected = await createChannelAccount(channelId, {
    authorized: true,
    inboxId: '77',
    name: 'Front desk',
  });
  const account = await getChannelAccount(channelId, 891011);
  const withdrawn = await updateChannelAccount(channelId, 891011, { authorized: false });
  const published = await publishMessage(channelId, {
    text: 'Here are the photos.',
    attachments: [{ type: 'FILE', fileId: '90210331', fileUsageType: 'IMAGE' }],
    channelAccountId: account.id,
    messageDirection: 'INCOMING',
    recipients: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199010' } }],
    senders: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550142377' } }],
    timestamp: '2026-05-12T15:20:05.640Z',
  });
  const message = await getMessage(channelId, messageId);
  await archiveChannel(channelId);
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
    const { status } = await updateMessage(channelId, messageId, { statusType: 'SENT' });
    return status?.statusType;
  } catch (error) {
    return (error as ResponseErrorConfig<UpdateMessage4XX>).errors?.[0]?.message;
  }
}
