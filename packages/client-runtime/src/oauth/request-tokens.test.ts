import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startTokenServer, type TokenRequest } from '../../test/token-server.ts';
import type { AccessToken } from './access-token.ts';
import { OAuthConfigurationError } from './oauth-configuration-error.ts';
import { OAuthRevokedError } from './oauth-revoked-error.ts';
import { OAuthUnavailableError } from './oauth-unavailable-error.ts';
import { requestTokens } from './request-tokens.ts';

const secrets = { clientSecret: 'client&secret+1=', refreshToken: 'refresh/token~1*' };
const client = { clientId: 'the client', ...secrets, save: () => {} };

async function requestFrom(
  listener: (request: TokenRequest) => void | Promise<void>,
  attemptTimeout?: number,
) {
  const tokenUrl = await startTokenServer(listener);
  return requestTokens({ ...client, tokenUrl, attemptTimeout }, secrets);
}

const answerWith = (status: number, body: unknown, headers?: Record<string, string>) =>
  requestFrom(({ answer }) => answer(status, body, headers));
const answerWithText = (status: number, text: string) =>
  requestFrom(({ response }) => void response.writeHead(status).end(text));

test('sends a form, and reads the tokens', async () => {
  const result = await requestFrom(({ request, form, answer }) => {
    expect(request.method).toBe('POST');
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'refresh_token',
      client_id: 'the client',
      client_secret: secrets.clientSecret,
      refresh_token: secrets.refreshToken,
    });
    answer(200, {
      access_token: 'a1',
      refresh_token: 'r2',
      expires_in: 1800,
      token_type: 'bearer',
    });
  });
  expect(result).toMatchObject({ refreshToken: 'r2', accessToken: { value: 'a1' } });
  expect(lifetimeOf(result.accessToken)).toBeCloseTo(1_800_000, -4);
});

test('the refresh token stays where the answer has none', async () => {
  for (const refresh_token of [undefined, null, '', 7, 'line\nbreak']) {
    const result = await answerWith(200, { access_token: 'a1', refresh_token, expires_in: 1800 });
    expect(result).toMatchObject({ refreshToken: secrets.refreshToken });
  }
});

const minute = 60_000;
test.each([
  ['1800', 30 * minute],
  [1e300, 24 * 60 * minute],
  ['1e999', 24 * 60 * minute],
  [undefined, 5 * minute],
  [null, 5 * minute],
  [0, 5 * minute],
  [-1, 5 * minute],
  ['soon', 5 * minute],
  [[], 5 * minute],
  [{ toString: 1, valueOf: 1 }, 5 * minute],
])('expires_in %j makes a life of %d ms', async (expires_in, lifetime) => {
  const { accessToken } = await answerWith(200, { access_token: 'a1', expires_in });
  expect(lifetimeOf(accessToken)).toBeCloseTo(lifetime, -4);
});

test.each([
  ['nothing', ''],
  ['a page', '<!doctype html><title>Sign in</title>'],
  ['cut JSON', '{"access_token":"a1","expires_in":18'],
  ['no object', '"a1"'],
  ['null', 'null'],
  ['no access token', '{"expires_in":1800}'],
  ['an empty access token', '{"access_token":""}'],
  ['an access token with a line break', '{"access_token":"a1\\r\\nx-evil: 1"}'],
  ['an access token that is no string', '{"access_token":{"a":1}}'],
  ['an access token of a prototype', '{"__proto__":{"access_token":"a1"}}'],
])('a success with %s may pass', async (_, body) => {
  const { error, refreshToken } = await answerWithText(200, body);
  expect(error).toBeInstanceOf(OAuthUnavailableError);
  expect(error).toMatchObject({ status: 200, message: expect.not.stringContaining('evil') });
  expect(refreshToken).toBe(secrets.refreshToken);
});

test('a new refresh token is not lost with an unusable access token', async () => {
  const result = await answerWith(200, { access_token: null, refresh_token: 'r2' });
  expect(result).toMatchObject({ refreshToken: 'r2', error: { kind: 'oauth-unavailable' } });
});

test.each([
  [
    400,
    { error: 'invalid_grant', status: 'BAD_REFRESH_TOKEN', message: 'no' },
    'BAD_REFRESH_TOKEN',
  ],
  [400, { status: 'BAD_REFRESH_TOKEN' }, 'BAD_REFRESH_TOKEN'],
  [400, { error: 'invalid_grant' }, 'invalid_grant'],
  [401, { error: 'invalid_grant', error_description: 'expired' }, 'invalid_grant'],
])('%d %j is a revoked grant', async (status, body, code) => {
  const { error } = await answerWith(status, { ...body, correlationId: 'c-1' });
  expect(error).toBeInstanceOf(OAuthRevokedError);
  expect(error).toMatchObject({ kind: 'oauth-revoked', status, code, correlationId: 'c-1' });
});

test.each([
  [401, { error: 'invalid_client' }, 'invalid_client'],
  [400, { status: 'BAD_CLIENT_SECRET', error: 'invalid_client' }, 'BAD_CLIENT_SECRET'],
  [400, { status: 'BAD_REDIRECT_URI', error: 'invalid_grant' }, 'BAD_REDIRECT_URI'],
  [400, { error: 'unsupported_grant_type' }, 'unsupported_grant_type'],
  [404, { status: 'error', category: 'OBJECT_NOT_FOUND' }, 'OBJECT_NOT_FOUND'],
  [403, 'no object', undefined],
  [418, {}, undefined],
])('%d %j is a wrong setting', async (status, body, code) => {
  const { error } = await answerWith(status, body);
  expect(error).toBeInstanceOf(OAuthConfigurationError);
  expect(error).toMatchObject({ kind: 'oauth-configuration', status, code });
});

test('a redirect is a wrong setting, and takes the secrets nowhere', async () => {
  let requests = 0;
  const { error } = await requestFrom(({ answer }) => {
    requests += 1;
    answer(308, {}, { location: '/elsewhere' });
  });
  expect(error).toBeInstanceOf(OAuthConfigurationError);
  expect(requests).toBe(1);
});

test.each([408, 423, 425, 429, 477, 500, 502, 503, 504])('%d may pass', async (status) => {
  const { error } = await answerWith(status, { error: 'invalid_grant' }, { 'retry-after': '7' });
  expect(error).toBeInstanceOf(OAuthUnavailableError);
  expect(error).toMatchObject({ kind: 'oauth-unavailable', status, retryAfter: 7000 });
});

test.each<[string, (request: TokenRequest) => void]>([
  ['is reset', ({ response }) => response.destroy()],
  [
    'is cut short',
    ({ response }) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"access_token":"a1"');
      setImmediate(() => response.destroy());
    },
  ],
  ['does not come', () => {}],
  ['does not end', ({ response }) => void response.writeHead(200).write('{')],
])('an answer that %s may pass', async (_, listener) => {
  const { error } = await requestFrom(listener, 100);
  expect(error).toBeInstanceOf(OAuthUnavailableError);
  expect(error).toMatchObject({ status: undefined, cause: expect.any(Error) });
});

test('a server that is not there may come', async () => {
  const tokenUrl = await urlWithoutServer();
  const { error } = await requestTokens({ ...client, tokenUrl }, secrets);
  expect(error).toBeInstanceOf(OAuthUnavailableError);
  expect(error?.message).toMatch(/did not answer: .*ECONNREFUSED.*; try again later/);
});

test('what the server says is shown on one line of bearable length', async () => {
  const { error } = await answerWith(400, {
    error: 'invalid_request',
    error_description: `first\r\nsecond\u2028${'x'.repeat(1e5)}`,
  });
  expect(error?.message).toContain('first second x');
  expect(error?.message).not.toMatch(/[\r\n\u2028]/);
  expect(error?.message.length).toBeLessThan(500);
});

function lifetimeOf(accessToken: AccessToken | undefined): number {
  return accessToken!.expiresAt - Date.now();
}

async function urlWithoutServer(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}/`;
}
