import { expect, test } from 'vitest';
import { readAnswer, startApi } from '../test/api.ts';
import type { Api } from '../test/api.ts';

const oauthApp = {
  clientId: 'client-7',
  clientSecret: 'client-secret',
  refreshToken: 'refresh-token-0',
};

const form = {
  grant_type: 'refresh_token',
  client_id: oauthApp.clientId,
  client_secret: oauthApp.clientSecret,
  refresh_token: oauthApp.refreshToken,
};

async function requestToken(api: Api, fields: Record<string, string> = form) {
  return readAnswer(
    await fetch(`${api.url}/oauth/2026-03/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    }),
  );
}

async function listChannels(api: Api, accessToken: string): Promise<number> {
  const headers = { Authorization: `Bearer ${accessToken}` };
  return (await api.call('2026-03', 'listChannels', { headers })).status;
}

test('a refresh token gets an access token, which is accepted for half an hour', async () => {
  let now = Date.parse('2026-05-12T14:00:00Z');
  const api = await startApi({ oauthApp, now: () => new Date(now) });
  const { status, headers, body } = await requestToken(api);
  expect(status).toBe(200);
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(body).toEqual({
    access_token: expect.any(String),
    refresh_token: expect.any(String),
    expires_in: 1800,
    token_type: 'bearer',
  });
  expect(await listChannels(api, body.access_token)).toBe(200);
  expect(await listChannels(api, 'another-token')).toBe(401);
  now += 1_799_999;
  expect(await listChannels(api, body.access_token)).toBe(200);
  now += 1;
  expect(await listChannels(api, body.access_token)).toBe(401);
});

test('each request replaces the refresh token', async () => {
  const api = await startApi({ oauthApp });
  const { body: first } = await requestToken(api);
  expect(await requestToken(api)).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant', status: 'BAD_REFRESH_TOKEN' },
  });
  const second = await requestToken(api, { ...form, refresh_token: first.refresh_token });
  expect(second.status).toBe(200);
  expect(await listChannels(api, first.access_token)).toBe(200);
});

test('without an app, any is accepted, and so is any access token that has not ended', async () => {
  let now = 0;
  const api = await startApi({ now: () => new Date(now) });
  const { status, body } = await requestToken(api);
  expect(status).toBe(200);
  expect((await requestToken(api)).status).toBe(200);
  expect(await listChannels(api, 'any')).toBe(200);
  now = 1_800_000;
  expect(await listChannels(api, body.access_token)).toBe(401);
});

test('given access tokens are accepted beside those of the app', async () => {
  const api = await startApi({ oauthApp, accessTokens: ['given'] });
  const { body } = await requestToken(api);
  expect(await listChannels(api, 'given')).toBe(200);
  expect(await listChannels(api, body.access_token)).toBe(200);
});

test.each([
  [{ grant_type: 'authorization_code' }, 'unsupported_grant_type', 'BAD_GRANT_TYPE'],
  [{ client_id: 'client-8' }, 'invalid_client', 'BAD_CLIENT_ID'],
  [{ client_secret: 'wrong-secret' }, 'invalid_client', 'BAD_CLIENT_SECRET'],
  [{ client_secret: '' }, 'invalid_client', 'BAD_CLIENT_SECRET'],
  [{ refresh_token: 'wrong-token' }, 'invalid_grant', 'BAD_REFRESH_TOKEN'],
])('%j is refused', async (wrong, error, status) => {
  const api = await startApi({ oauthApp });
  const answer = await requestToken(api, { ...form, ...wrong });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    error,
    status,
    message: expect.any(String),
    error_description: answer.body.message,
    correlationId: expect.any(String),
  });
  for (const secret of [...Object.values(wrong), ...Object.values(oauthApp)].filter(Boolean)) {
    expect(answer.text).not.toContain(secret);
  }
});

test('a body that is no form, or none, is refused', async () => {
  const api = await startApi();
  expect(await requestToken(api, {})).toMatchObject({ status: 400 });
  const url = `${api.url}/oauth/2026-03/token`;
  expect((await fetch(url, { method: 'POST', body: JSON.stringify(form) })).status).toBe(400);
  expect((await fetch(url, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })).status).toBe(
    413,
  );
  const got = await fetch(url);
  expect([got.status, got.headers.get('Allow')]).toEqual([405, 'POST']);
});

test('a reset brings the first refresh token back, and ends what was given out', async () => {
  const api = await startApi({ oauthApp });
  const { body } = await requestToken(api);
  api.reset();
  expect(await listChannels(api, body.access_token)).toBe(401);
  expect((await requestToken(api)).status).toBe(200);
});
