import { expect, test } from 'vitest';
import { messageEgg, startApi } from '../test/api.ts';
import type { VersionName } from '../test/spec.ts';

/** A channel account, and a way to publish through it. */
async function startPublishing() {
  const api = await startApi();
  const path = await api.createAccount();
  const publish = async (changes: object = {}, version: VersionName = '2026-03') => {
    const body = messageEgg(path.channelAccountId, changes);
    const answer = await api.call(version, 'publishMessage', { path, body });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  return { api, path, publish };
}

const party = (value: string) => ({ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value } });

test('publishing again with the same idempotency id gives the same message', async () => {
  const { publish } = await startPublishing();
  const first = await publish({ integrationIdempotencyId: 'a' });
  expect(await publish({ integrationIdempotencyId: 'a', text: 'changed' })).toEqual(first);
  expect(await publish({ integrationIdempotencyId: 'a' }, 'v3')).toEqual(first);
  expect((await publish({ integrationIdempotencyId: 'b' })).id).not.toBe(first.id);
  expect((await publish()).id).not.toBe((await publish()).id);
});

test('the idempotency ids of one channel mean nothing to another', async () => {
  const { api, publish } = await startPublishing();
  const path = await api.createAccount();
  const egg = { integrationIdempotencyId: 'a' };
  const { body } = await api.call('v3', 'publishMessage', {
    path,
    body: messageEgg(path.channelAccountId, egg),
  });
  expect((await publish(egg)).id).not.toBe(body.id);
});

test('messages with the same person are in one thread, whoever writes', async () => {
  const { publish } = await startPublishing();
  const incoming = await publish();
  const outgoing = await publish({
    messageDirection: 'OUTGOING',
    senders: [party('+15550199010')],
    recipients: [party('+15550142377')],
  });
  const fromAnother = await publish({ senders: [party('+1')] });
  expect(outgoing.conversationsThreadId).toBe(incoming.conversationsThreadId);
  expect(fromAnother.conversationsThreadId).not.toBe(incoming.conversationsThreadId);
});

test('messages with the same group are in one thread, in whatever order it is listed', async () => {
  const { publish } = await startPublishing();
  const first = await publish({ senders: [party('+1'), party('+2')] });
  const second = await publish({ senders: [party('+2'), party('+1')] });
  expect(second.conversationsThreadId).toBe(first.conversationsThreadId);
});

test('an integrationThreadId decides alone', async () => {
  const { publish } = await startPublishing();
  const first = await publish({ integrationThreadId: 'a' });
  const samePerson = await publish({ integrationThreadId: 'b' });
  const otherPerson = await publish({ integrationThreadId: 'a', senders: [party('+1')] });
  expect(samePerson.conversationsThreadId).not.toBe(first.conversationsThreadId);
  expect(otherPerson.conversationsThreadId).toBe(first.conversationsThreadId);
});

test('a reply joins the thread of the message it answers', async () => {
  const { publish } = await startPublishing();
  const first = await publish({ integrationThreadId: 'a' });
  const reply = await publish({ inReplyToId: first.id });
  expect(reply).toMatchObject({
    inReplyToId: first.id,
    conversationsThreadId: first.conversationsThreadId,
  });
});

test('a reply to a message that the sandbox never saw is published all the same', async () => {
  const { publish } = await startPublishing();
  expect(await publish({ inReplyToId: 'elsewhere' })).toMatchObject({ inReplyToId: 'elsewhere' });
});

test('the sender is the contact that the app names, or the actor that it names', async () => {
  const { publish } = await startPublishing();
  const contacts = [{ contactVid: 12, contactPropertiesLeadingToMatch: ['phone'] }];
  const actors = async (changes: object) => {
    const { senders, createdBy } = await publish(changes);
    return [senders[0].actorId, createdBy];
  };
  expect(await actors({})).toEqual([undefined, 'I-1']);
  expect(await actors({ preResolvedContacts: { contacts } })).toEqual(['V-12', 'V-12']);
  expect(await actors({ preResolvedContacts: { contacts }, associateWithContactId: 13 })).toEqual([
    'V-13',
    'V-13',
  ]);
  expect(await actors({ senders: [{ ...party('+1'), senderActorId: 'V-7' }] })).toEqual([
    'V-7',
    'V-7',
  ]);
  expect(
    await actors({
      messageDirection: 'OUTGOING',
      senders: [{ ...party('+1'), senderActorId: 'A-7' }],
      associateWithContactId: 13,
    }),
  ).toEqual(['A-7', 'I-1']);
});

test('an app that registered its channel with a developer key is named as the client', async () => {
  const api = await startApi();
  const { body: channel } = await api.call('v3', 'createChannel', {
    query: [
      ['hapikey', 'key'],
      ['appId', '3301448'],
    ],
    body: { name: 'Larkspur Chat', capabilities: {} },
    headers: { 'Content-Type': 'application/json' },
  });
  const path = { channelId: channel.id };
  const { body: account } = await api.call('v3', 'createChannelAccount', {
    path,
    body: { inboxId: '1', name: 'Support', authorized: true },
  });
  const { body } = await api.call('v3', 'publishMessage', { path, body: messageEgg(account.id) });
  expect(body).toMatchObject({
    client: { clientType: 'INTEGRATION', integrationAppId: 3301448 },
    createdBy: 'I-3301448',
  });
});
