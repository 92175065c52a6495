import { expect, test } from 'vitest';
import { startApi } from '../test/api.ts';
import type { Api } from '../test/api.ts';
import { specs, versionNames } from '../test/spec.ts';

const everyOperation = versionNames.flatMap((version) =>
  [...specs[version].operations.keys()].map((operationId) => ({ version, operationId })),
);
const anyIds = { channelId: '1', channelAccountId: '1', accountToken: 'a', messageId: 'a' };

test.for(everyOperation)(
  '$version $operationId asks for credentials',
  async ({ version, operationId }) => {
    const api = await startApi();
    const answer = await api.call(version, operationId, { path: anyIds, headers: {} });
    expect(answer).toMatchObject({ status: 401, body: { category: 'INVALID_AUTHENTICATION' } });
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
  },
);

test.each(['Basic c2VjcmV0LXRva2Vu', 'Bearer', 'Bearer ', 'secret-token', 'Bearer a b'])(
  '"Authorization: %s" is no access token',
  async (value) => {
    const api = await startApi();
    expect(await listChannels(api, { Authorization: value })).toBe(401);
  },
);

test('only the given access tokens are accepted', async () => {
  const api = await startApi({ accessTokens: ['right'] });
  expect(await listChannels(api, { Authorization: 'Bearer right' })).toBe(200);
  expect(await listChannels(api, { Authorization: 'bearer right' })).toBe(200);
  expect(await listChannels(api, { Authorization: 'Bearer wrong' })).toBe(401);
});

test('a developer key with its appId opens the channel operations only', async () => {
  const api = await startApi({ developerKeys: ['right'] });
  const list = (query: [string, string][]) =>
    api.call('v3', 'listChannels', { query, headers: {} }).then(({ status }) => status);
  expect(
    await list([
      ['hapikey', 'right'],
      ['appId', '7'],
    ]),
  ).toBe(200);
  expect(
    await list([
      ['hapikey', 'wrong'],
      ['appId', '7'],
    ]),
  ).toBe(401);
  expect(
    await list([
      ['hapikey', ''],
      ['appId', '7'],
    ]),
  ).toBe(401);
  expect(await list([['hapikey', 'right']])).toBe(401);
  expect(
    await list([
      ['hapikey', 'right'],
      ['appId', 'seven'],
    ]),
  ).toBe(400);
  const accounts = await api.call('v3', 'listChannelAccounts', {
    path: anyIds,
    query: [
      ['hapikey', 'right'],
      ['appId', '7'],
    ],
    headers: {},
  });
  expect(accounts.status).toBe(401);
});

test('neither a refusal nor a link repeats a secret', async () => {
  const api = await startApi();
  for (const name of ['One', 'Two']) {
    await api.call('v3', 'createChannel', { body: { name, capabilities: {} } });
  }
  const list = (appId: string) =>
    api.call('2026-03', 'listChannels', {
      query: [
        ['hapikey', 'secret-token'],
        ['appId', appId],
        ['limit', '1'],
      ],
      headers: {},
    });
  expect((await list('seven')).status).toBe(400);
  // Every answer is searched for the secret, so that the link is what matters here.
  expect((await list('7')).body.paging.next.link).toContain('appId=7');
});

async function listChannels(api: Api, headers: Record<string, string>): Promise<number> {
  return (await api.call('2026-03', 'listChannels', { headers })).status;
}
