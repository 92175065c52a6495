import { describe, expect, test } from 'vitest';
import { messageEgg, startApi } from '../../test/api.ts';
import { specs, versionNames } from '../../test/spec.ts';

describe.each(versionNames)('%s', (version) => {
  const { requestExamples } = specs[version];

  test.for(requestExamples('publishMessage'))('publishes %s', async ([, example]) => {
    const api = await startApi();
    const path = await api.createAccount();
    const { channelAccountId } = path;
    const body = { ...example, channelAccountId };
    const created = await api.call(version, 'publishMessage', { path, body });
    const isIncoming = example.messageDirection === 'INCOMING';
    expect(created).toMatchObject({
      status: 201,
      body: {
        ...path,
        type: 'MESSAGE',
        direction: example.messageDirection,
        text: example.text,
        createdAt: example.timestamp,
        truncationStatus: 'NOT_TRUNCATED',
        status: { statusType: isIncoming ? 'RECEIVED' : 'SENT' },
        client: { clientType: 'INTEGRATION' },
        // Each attachment and party comes back with at least what was sent.
        attachments: example.attachments,
        senders: example.senders.map(({ senderActorId: actorId, ...sender }: any) =>
          actorId === undefined ? sender : { ...sender, actorId },
        ),
        recipients: example.recipients,
      },
    });
    expect(created.body).toHaveProperty('createdBy', expect.stringMatching(/^[IV]-\d+$/));
    const messageId = created.body.id;
    expect(created.headers.get('Location')).toBe(
      version === 'v3'
        ? null
        : `${api.url}/conversations/custom-channels/2026-03/1/messages/${messageId}`,
    );
    const read = await api.call(version, 'getMessage', { path: { ...path, messageId } });
    expect(read).toMatchObject({ status: 200, body: created.body });
  });

  test('a published file without a usage is of another usage', async () => {
    const api = await startApi();
    const path = await api.createAccount();
    const attachments = [{ type: 'FILE', fileId: '7' }];
    const { body } = await api.call(version, 'publishMessage', {
      path,
      body: messageEgg(path.channelAccountId, { attachments }),
    });
    expect(body.attachments).toEqual([{ type: 'FILE', fileId: '7', fileUsageType: 'OTHER' }]);
  });

  test('a message is published through an account of its channel', async () => {
    const api = await startApi();
    const path = await api.createAccount();
    const { channelAccountId: foreign } = await api.createAccount();
    const publish = (channelAccountId: string) =>
      api.call(version, 'publishMessage', { path, body: messageEgg(channelAccountId) });
    const refusal = { status: 400, body: { errors: [{ in: 'channelAccountId' }] } };
    expect(await publish(foreign)).toMatchObject(refusal);
    expect(await publish('404')).toMatchObject(refusal);
    api.archiveChannelAccount(path.channelAccountId);
    expect(await publish(path.channelAccountId)).toMatchObject(refusal);
  });

  test('a status report answers the whole message with its status', async () => {
    const api = await startApi({ now: () => new Date('2026-06-01T00:00:00Z') });
    const path = await api.createAccount();
    const { body: published } = await api.call(version, 'publishMessage', {
      path,
      body: messageEgg(path.channelAccountId, { messageDirection: 'OUTGOING' }),
    });
    const report = async (body: object) => {
      const answer = await api.call(version, 'updateMessage', {
        path: { ...path, messageId: published.id },
        body,
      });
      expect(answer.status).toBe(200);
      const { status, ...rest } = answer.body;
      expect({ ...rest, status: published.status }).toEqual({
        ...published,
        updatedAt: '2026-06-01T00:00:00.000Z',
      });
      return status;
    };
    expect(await report({ statusType: 'SENT' })).toEqual({ statusType: 'SENT' });
    expect(await report({ statusType: 'FAILED', errorMessage: 'Blocked' })).toEqual({
      statusType: 'FAILED',
      failureDetails: { errorMessage: 'Blocked', errorMessageTokens: {} },
    });
    expect(await report({ statusType: 'FAILED' })).toEqual({
      statusType: 'FAILED',
      failureDetails: { errorMessageTokens: {} },
    });
    expect(await report({ statusType: 'READ', errorMessage: 'not now' })).toEqual({
      statusType: 'READ',
    });
  });

  test('RECEIVED cannot be reported', async () => {
    const api = await startApi();
    const { channelId, channelAccountId } = await api.createAccount();
    const { id: messageId } = api.seedMessage({ channelId, channelAccountId });
    const answer = await api.call(version, 'updateMessage', {
      path: { channelId, messageId },
      body: { statusType: 'RECEIVED' },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'statusType', context: { expected: ['FAILED', 'READ', 'SENT'] } }] },
    });
  });

  test('a message is found only below its own channel', async () => {
    const api = await startApi();
    const { channelId: other } = await api.createAccount();
    const { id: messageId } = api.seedMessage({ ...(await api.createAccount()) });
    const path = { channelId: other, messageId };
    expect((await api.call(version, 'getMessage', { path })).status).toBe(404);
    const body = { statusType: 'SENT' };
    expect((await api.call(version, 'updateMessage', { path, body })).status).toBe(404);
  });
});
