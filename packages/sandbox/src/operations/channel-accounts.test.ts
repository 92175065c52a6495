import { describe, expect, test } from 'vitest';
import { startApi } from '../../test/api.ts';
import type { Api } from '../../test/api.ts';
import { specs, versionNames } from '../../test/spec.ts';

async function createChannel(api: Api): Promise<{ channelId: string }> {
  const { body } = await api.call('v3', 'createChannel', {
    body: { name: 'Larkspur Chat', capabilities: {} },
  });
  return { channelId: body.id };
}

describe.each(versionNames)('%s', (version) => {
  const { example, requestExamples } = specs[version];

  test.for(requestExamples('createChannelAccount'))(
    'connects the account of %s',
    async ([, body]) => {
      const api = await startApi({ now: () => new Date('2026-05-04T09:32:27.915Z') });
      const path = await createChannel(api);
      const created = await api.call(version, 'createChannelAccount', { path, body });
      expect(created.status).toBe(201);
      expect(created.body).toEqual({
        ...body,
        id: '2',
        channelId: '1',
        active: true,
        archived: false,
        createdAt: '2026-05-04T09:32:27.915Z',
      });
      expect(created.headers.get('Location')).toBe(
        version === 'v3'
          ? null
          : `${api.url}/conversations/custom-channels/2026-03/1/channel-accounts/2`,
      );
    },
  );

  test.for(requestExamples('updateChannelAccount'))('%s changes only that', async ([, body]) => {
    const api = await startApi();
    const path = await api.createAccount();
    const { body: before } = await api.call(version, 'getChannelAccount', { path });
    const changed = await api.call(version, 'updateChannelAccount', { path, body });
    expect(changed).toMatchObject({ status: 200, body: { ...before, ...body } });
  });

  test('an archived account is shown only to those who ask for archived ones', async () => {
    const api = await startApi();
    const path = await api.createAccount();
    api.archiveChannelAccount(path.channelAccountId);
    const archived: [string, string][] = [['archived', 'true']];

    expect((await api.call(version, 'getChannelAccount', { path })).status).toBe(404);
    expect((await api.call(version, 'updateChannelAccount', { path, body: {} })).status).toBe(404);
    expect((await api.call(version, 'listChannelAccounts', { path })).body.total).toBe(0);
    const { body } = await api.call(version, 'getChannelAccount', { path, query: archived });
    expect(body).toMatchObject({ archived: true, active: false, archivedAt: expect.any(String) });
    const list = await api.call(version, 'listChannelAccounts', { path, query: archived });
    expect(list.body.results).toEqual([body]);
  });

  test('accounts are found by any of several delivery identifiers', async () => {
    const api = await startApi();
    const path = await createChannel(api);
    for (const [type, value] of [
      ['HS_PHONE_NUMBER', '+1'],
      ['HS_PHONE_NUMBER', '+2'],
      ['HS_SHORT_CODE', '+2'],
    ]) {
      await api.call(version, 'createChannelAccount', {
        path,
        body: { inboxId: '1', name: 'A', authorized: true, deliveryIdentifier: { type, value } },
      });
    }
    await api.call(version, 'createChannelAccount', {
      path,
      body: { inboxId: '1', name: 'without', authorized: true },
    });
    const find = async (...filters: [string, string][]) => {
      const query = filters.map(([name, value]): [string, string] => [
        `deliveryIdentifier${name}`,
        value,
      ]);
      const { body } = await api.call(version, 'listChannelAccounts', { path, query });
      return body.results.map(({ id }: { id: string }) => id);
    };
    expect(await find()).toEqual(['2', '3', '4', '5']);
    expect(await find(['Type', 'HS_SHORT_CODE'])).toEqual(['4']);
    expect(await find(['Type', 'HS_PHONE_NUMBER'], ['Type', 'HS_SHORT_CODE'])).toEqual([
      '2',
      '3',
      '4',
    ]);
    expect(await find(['Value', '+1'], ['Value', '+2'])).toEqual(['2', '3', '4']);
    expect(await find(['Type', 'HS_PHONE_NUMBER'], ['Value', '+2'])).toEqual(['3']);
  });

  test('an account is found only below its own channel', async () => {
    const api = await startApi();
    const { channelAccountId } = await api.createAccount();
    const path = { ...(await createChannel(api)), channelAccountId };
    expect((await api.call(version, 'getChannelAccount', { path })).status).toBe(404);
    expect((await api.call(version, 'listChannelAccounts', { path })).body.total).toBe(0);
  });

  test('a staging token takes the account that the customer chose', async () => {
    const api = await startApi({ now: () => new Date('2026-05-04T09:30:11.742Z') });
    const { channelId } = await createChannel(api);
    const { accountToken } = api.createStagingToken({ channelId, inboxId: 445566, userId: 9 });
    const body = example('updateStagingTokenNameAndNumber');
    const updated = await api.call(version, 'updateChannelAccountStagingToken', {
      path: { channelId, accountToken },
      body,
    });
    expect(updated.status).toBe(200);
    expect(updated.body).toEqual({
      ...body,
      accountToken,
      createdAt: '2026-05-04T09:30:11.742Z',
      genericChannelId: Number(channelId),
      inboxId: 445566,
      userId: 9,
    });
  });

  test('a staging token of another channel is not found, and not repeated', async () => {
    const api = await startApi();
    const { accountToken } = api.createStagingToken({ channelId: '404' });
    const answer = await api.call(version, 'updateChannelAccountStagingToken', {
      path: { ...(await createChannel(api)), accountToken },
      body: example('updateStagingTokenNameAndNumber'),
    });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain(accountToken);
  });
});

test('a staging token can be described piece by piece in 2026-03 only', async () => {
  const api = await startApi();
  const { channelId } = await createChannel(api);
  const { accountToken } = api.createStagingToken({ channelId });
  const describeToken = (version: 'v3' | '2026-03') =>
    api.call(version, 'updateChannelAccountStagingToken', {
      path: { channelId, accountToken },
      body: { accountName: 'Rentals' },
    });
  expect(await describeToken('v3')).toMatchObject({
    status: 400,
    body: { errors: [{ in: 'deliveryIdentifier', code: 'REQUIRED' }] },
  });
  expect(await describeToken('2026-03')).toMatchObject({
    status: 200,
    body: { accountName: 'Rentals' },
  });
});

test('archiving an account that does not exist is a mistake of the test', async () => {
  const api = await startApi();
  expect(() => api.archiveChannelAccount('404')).toThrow(RangeError);
});
