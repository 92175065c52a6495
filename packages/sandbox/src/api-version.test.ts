import { expect, test } from 'vitest';
import { messageEgg, startApi } from '../test/api.ts';

const opaque = { type: 'CARRIER_PIGEON', value: 'coop 7' };

test('a message published through v3 can be reported through 2026-03 and read through both', async () => {
  const api = await startApi();
  const path = await api.createAccount();
  const { body: published } = await api.call('v3', 'publishMessage', {
    path,
    body: messageEgg(path.channelAccountId),
  });
  const member = { path: { ...path, messageId: published.id } };
  const { body: reported } = await api.call('2026-03', 'updateMessage', {
    ...member,
    body: { statusType: 'READ' },
  });
  expect(reported).toMatchObject({ id: published.id, status: { statusType: 'READ' } });
  expect((await api.call('v3', 'getMessage', member)).body).toEqual(reported);
  expect((await api.call('2026-03', 'getMessage', member)).body).toEqual(reported);
});

test('2026-03 shows a stand-in for what only v3 can say, and v3 keeps showing it', async () => {
  const api = await startApi();
  const path = await api.createAccount();
  const party = { deliveryIdentifier: opaque };
  const attachments = [
    { type: 'FILE', fileId: '7', fileUsageType: 'HOLOGRAM' },
    { type: 'QUICK_REPLIES', quickReplies: [{ value: 'yes', valueType: 'SIGNAL' }] },
    { type: 'SOCIAL_MEDIA_METADATA', socialMetadata: { mediaType: 'REEL' } },
  ];
  const body = messageEgg(path.channelAccountId, {
    senders: [party],
    recipients: [party],
    attachments,
  });
  const { body: v3 } = await api.call('v3', 'publishMessage', { path, body });
  expect(v3).toMatchObject({ senders: [party], recipients: [party], attachments });
  const { body: v2026 } = await api.call('2026-03', 'getMessage', {
    path: { ...path, messageId: v3.id },
  });
  const shown = { deliveryIdentifier: { ...opaque, type: 'CHANNEL_SPECIFIC_OPAQUE_ID' } };
  expect(v2026).toMatchObject({
    senders: [shown],
    recipients: [shown],
    attachments: [
      { fileUsageType: 'OTHER' },
      { quickReplies: [{ valueType: 'TEXT' }] },
      { socialMetadata: { mediaType: 'NONE' } },
    ],
  });
});

test('an account and a staging token of v3 show a stand-in in 2026-03, and are found by it', async () => {
  const api = await startApi();
  const { body: account } = await api.call('v3', 'createChannelAccount', {
    path: await api.createAccount(),
    body: { inboxId: '1', name: 'Coop', authorized: true, deliveryIdentifier: opaque },
  });
  const path = { channelId: account.channelId };
  const find = async (version: 'v3' | '2026-03', type: string) => {
    const query: [string, string][] = [['deliveryIdentifierType', type]];
    const { body } = await api.call(version, 'listChannelAccounts', { path, query });
    return body.results?.map((found: any) => [found.id, found.deliveryIdentifier.type]);
  };
  expect(await find('v3', 'CARRIER_PIGEON')).toEqual([[account.id, 'CARRIER_PIGEON']]);
  expect(await find('2026-03', 'CHANNEL_SPECIFIC_OPAQUE_ID')).toEqual([
    [account.id, 'CHANNEL_SPECIFIC_OPAQUE_ID'],
  ]);
  const { accountToken } = api.createStagingToken({ ...path, deliveryIdentifier: opaque });
  const { body: token } = await api.call('2026-03', 'updateChannelAccountStagingToken', {
    path: { ...path, accountToken },
    body: { accountName: 'Coop' },
  });
  expect(token.deliveryIdentifier.type).toBe('CHANNEL_SPECIFIC_OPAQUE_ID');
});

test('2026-03 refuses values that its enums do not have', async () => {
  const api = await startApi();
  const path = await api.createAccount();
  const party = { deliveryIdentifier: opaque };
  const { status, body } = await api.call('2026-03', 'publishMessage', {
    path,
    body: messageEgg(path.channelAccountId, {
      senders: [party],
      attachments: [{ type: 'FILE', fileId: '7', fileUsageType: 'HOLOGRAM' }],
    }),
  });
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([
    { in: 'attachments[0].fileUsageType', code: 'INVALID_VALUE' },
    { in: 'senders[0].deliveryIdentifier.type', code: 'INVALID_VALUE' },
  ]);
  const query: [string, string][] = [['deliveryIdentifierType', 'CARRIER_PIGEON']];
  expect((await api.call('2026-03', 'listChannelAccounts', { path, query })).status).toBe(400);
});

test('v3 ignores what only 2026-03 knows', async () => {
  const api = await startApi();
  const path = await api.createAccount();
  const sender = { deliveryIdentifier: opaque, senderActorId: 'V-1' };
  const changes = { senders: [sender], associateWithContactId: 'x' };
  const { status, body } = await api.call('v3', 'publishMessage', {
    path,
    body: messageEgg(path.channelAccountId, changes),
  });
  expect(status).toBe(201);
  expect(body.senders).toEqual([{ deliveryIdentifier: opaque }]);
});

test('64-bit integers keep all of their digits on both sides', async () => {
  const api = await startApi();
  const path = await api.createAccount();
  const publish = (...changes: [string, string]) =>
    api.call('2026-03', 'publishMessage', {
      path,
      body: JSON.stringify(messageEgg(path.channelAccountId, { attachments: [] })).replace(
        ...changes,
      ),
    });
  const header = '{"type":"MESSAGE_HEADER","fileId":9223372036854775807}';
  const { text, body } = await publish('"attachments":[]', `"attachments":[${header}]`);
  expect(text).toContain(header);
  const member = { path: { ...path, messageId: body.id } };
  expect((await api.call('v3', 'getMessage', member)).text).toContain(header);

  const associated = await publish('{', '{"associateWithContactId":9007199254740993,');
  expect(associated.body.createdBy).toBe('V-9007199254740993');
  const contact = '{"contactVid":9007199254740993,"contactPropertiesLeadingToMatch":[]}';
  const resolved = await publish('{', `{"preResolvedContacts":{"contacts":[${contact}]},`);
  expect(resolved.body.createdBy).toBe('V-9007199254740993');
});

test('a contactVid has 32 bits in v3', async () => {
  const api = await startApi();
  const path = await api.createAccount();
  const publish = (contactVid: number) => {
    const contacts = [{ contactVid, contactPropertiesLeadingToMatch: [] }];
    const body = messageEgg(path.channelAccountId, { preResolvedContacts: { contacts } });
    return api.call('v3', 'publishMessage', { path, body });
  };
  expect((await publish(2 ** 31 - 1)).body.createdBy).toBe('V-2147483647');
  expect(await publish(2 ** 31)).toMatchObject({
    status: 400,
    body: { errors: [{ in: 'preResolvedContacts.contacts[0].contactVid' }] },
  });
});

test('the ids of a WhatsApp template are one string in v3 and three integers in 2026-03', async () => {
  const api = await startApi();
  const path = await api.createAccount();
  const shared = {
    type: 'WHATSAPP_TEMPLATE_METADATA',
    crmObjectIds: { TICKET: 9007199254740993n },
    parameters: { first_name: 'Mara' },
  } as const;
  const read = async (...[version, message]: ['v3' | '2026-03', { id: string }]) =>
    (await api.call(version, 'getMessage', { path: { ...path, messageId: message.id } })).text;

  const full = api.seedMessage({
    ...path,
    attachments: [
      {
        ...shared,
        mappedTemplateId: 9007199254740995n,
        contentId: 9007199254740997n,
        rootMicId: 1n,
      },
    ],
  });
  const common = '"parameters":{"first_name":"Mara"},"crmObjectIds":{"TICKET":9007199254740993}';
  expect(await read('v3', full)).toContain(`${common},"mappedTemplateId":"9007199254740995"}`);
  expect(await read('2026-03', full)).toContain(
    `${common},"mappedTemplateId":9007199254740995,"contentId":9007199254740997,"rootMicId":1}`,
  );

  const bare = api.seedMessage({ ...path, attachments: [shared] });
  expect(await read('v3', bare)).toContain(`${common},"mappedTemplateId":""}`);
  expect(await read('2026-03', bare)).toContain(`${common}}`);
});

test('a channel is at a trailing slash in v3, and not in 2026-03', async () => {
  const api = await startApi();
  const status = async (path: string) =>
    (await fetch(api.url + path, { headers: { Authorization: 'Bearer t' } })).status;
  expect(await status('/conversations/v3/custom-channels/')).toBe(200);
  expect(await status('/conversations/v3/custom-channels')).toBe(404);
  expect(await status('/conversations/custom-channels/2026-03')).toBe(200);
  expect(await status('/conversations/custom-channels/2026-03/')).toBe(404);
});
