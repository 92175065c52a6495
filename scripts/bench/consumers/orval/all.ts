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
} from '@bench/orval/client';

const options = { headers: { authorization: 'Bearer pat-na1-example' } };

export async function callAll(channelId: number, messageId: string): Promise<unknown[]> {
  const channels = await listChannels({ limit: 10 }, options);
  const created = await createChannel(
    { name: 'Harbor Chat', capabilities: { threadingModel: 'INTEGRATION_THREAD_ID' } },
    {},
    options,
  );
  const channel = await getChannel(channelId, {}, options);
  const renamed = await updateChannel(channelId, { name: 'Harbor Bikes' }, {}, options);
  const staged = await updateChannelAccountStagingToken(
    channelId,
    'account-token',
    { accountName: 'Front desk' },
    options,
  );
  const accounts = await listChannelAccounts(
    channelId,
    { deliveryIdentifierType: ['HS_PHONE_NUMBER'] },
    options,
  );
  const connected = await createChannelAccount(
    channelId,
    { authorized: true, inboxId: '77', name: 'Front desk' },
    options,
  );
  const account = await getChannelAccount(channelId, 891011, {}, options);
  const withdrawn = await updateChannelAccount(channelId, 891011, { authorized: false }, options);
  const published = await publishMessage(
    channelId,
    {
      text: 'Here are the photos.',
      attachments: [{ type: 'FILE', fileId: '90210331', fileUsageType: 'IMAGE' }],
      channelAccountId: account.status === 200 ? account.data.id : '',
      messageDirection: 'INCOMING',
      recipients: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199010' } }],
      senders: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550142377' } }],
      timestamp: '2026-05-12T15:20:05.640Z',
    },
    options,
  );
  const message = await getMessage(channelId, messageId, options);
  await archiveChannel(channelId, {}, options);
  return [
    channels.status === 200 && channels.data.results.map(({ id }) => id),
    created.status === 201 && created.data.capabilities.threadingModel,
    channel.status === 200 && channel.data.webhookUrl,
    renamed.status === 200 && renamed.data.name,
    staged.status === 200 && staged.data.deliveryIdentifier?.value,
    accounts.status === 200 && accounts.data.paging?.next?.after,
    connected.status === 201 && connected.data.inboxId,
    withdrawn.status === 200 && withdrawn.data.authorized,
    published.status === 201 && published.data.conversationsThreadId,
    message.status === 200 &&
      message.data.attachments.map((attachment) =>
        attachment.type === 'FILE' ? attachment.url : '',
      ),
    await reportSent(channelId, messageId),
  ];
}

async function reportSent(channelId: number, messageId: string): Promise<string | undefined> {
  const answer = await updateMessage(channelId, messageId, { statusType: 'SENT' }, options);
  return answer.status === 200 ? answer.data.status?.statusType : answer.data.errors?.[0]?.message;
}
