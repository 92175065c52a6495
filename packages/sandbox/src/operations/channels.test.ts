import { describe, expect, test } from 'vitest';
import { startApi } from '../../test/api.ts';
import { specs, versionNames } from '../../test/spec.ts';

const minimal = { name: 'Pigeonpost', capabilities: {} };

describe.each(versionNames)('%s', (version) => {
  test('a registered channel has what the request said', async () => {
    const api = await startApi({ now: () => new Date('2026-04-20T08:12:45.301Z') });
    const body = specs[version].example('createChannelFull');
    const created = await api.call(version, 'createChannel', { body });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ ...body, id: '1', createdAt: '2026-04-20T08:12:45.301Z' });
    const read = await api.call(version, 'getChannel', { path: { channelId: '1' } });
    expect(read).toMatchObject({ status: 200, body: created.body });
  });

  test('the app that registered a channel is not shown', async () => {
    const api = await startApi();
    const { body } = await api.call(version, 'createChannel', {
      body: minimal,
      query: [['appId', '7']],
    });
    expect(Object.keys(body).toSorted()).toEqual(['capabilities', 'createdAt', 'id', 'name']);
  });

  test('only 2026-03 says where the new channel is', async () => {
    const api = await startApi();
    const { headers } = await api.call(version, 'createChannel', { body: minimal });
    expect(headers.get('Location')).toBe(
      version === 'v3' ? null : `${api.url}/conversations/custom-channels/2026-03/1`,
    );
  });

  test('a change leaves the rest as it was', async () => {
    const api = await startApi();
    const { body: created } = await api.call(version, 'createChannel', {
      body: specs[version].example('createChannelFull'),
    });
    for (const [, body] of specs[version].requestExamples('updateChannel')) {
      const { body: before } = await api.call(version, 'getChannel', { path: { channelId: '1' } });
      const changed = await api.call(version, 'updateChannel', { path: { channelId: '1' }, body });
      expect(changed).toMatchObject({ status: 200 });
      expect(changed.body).toEqual({ ...before, ...body });
    }
    const unchanged = await api.call(version, 'updateChannel', {
      path: { channelId: '1' },
      body: {},
    });
    expect(unchanged.body).toMatchObject({ id: created.id, createdAt: created.createdAt });
  });

  test('an archived channel is gone, with everything in it', async () => {
    const api = await startApi();
    const path = await api.createAccount();
    const archived = await api.call(version, 'archiveChannel', { path });
    expect(archived).toMatchObject({ status: 204, text: '' });
    const { body } = await api.call(version, 'listChannels');
    expect(body).toEqual({ total: 0, results: [] });
    for (const operationId of [
      'getChannel',
      'archiveChannel',
      'getChannelAccount',
      'listChannelAccounts',
    ]) {
      expect((await api.call(version, operationId, { path })).status).toBe(404);
    }
  });

  test('a capability that nobody described is kept, and its name is only a name', async () => {
    const api = await startApi();
    const body =
      '{"name":"Odd","capabilities":{"__proto__":{"polluted":1},"big":9007199254740993}}';
    const { text } = await api.call(version, 'createChannel', { body });
    expect(text).toContain('"capabilities":{"__proto__":{"polluted":1},"big":9007199254740993}');
    expect({}).not.toHaveProperty('polluted');
  });

  test('a described capability must be of its type', async () => {
    const api = await startApi();
    const { body } = await api.call(version, 'createChannel', {
      body: { name: 'Odd', capabilities: { threadingModel: 'NONE', richText: 'BOLD' } },
    });
    expect(body.errors).toMatchObject([
      { in: 'capabilities.threadingModel', code: 'INVALID_VALUE' },
      { in: 'capabilities.richText', code: 'INVALID_TYPE' },
    ]);
  });
});
