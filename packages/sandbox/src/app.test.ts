import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readAnswer, startApi } from '../test/api.ts';
import type { Api } from '../test/api.ts';
import { versionNames } from '../test/spec.ts';
import { createSandbox } from './sandbox.ts';

const authorized = { Authorization: 'Bearer secret-token' };
const json = { ...authorized, 'Content-Type': 'application/json' };
const channels = {
  v3: '/conversations/v3/custom-channels/',
  '2026-03': '/conversations/custom-channels/2026-03',
};
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function request(api: Api, path: string, init?: RequestInit) {
  return readAnswer(await fetch(api.url + path, init));
}

describe.each(versionNames)('%s', (version) => {
  test('an error has the shape of the API', async () => {
    const api = await startApi();
    const { status, body } = await api.call(version, 'getChannel', { path: { channelId: '404' } });
    expect(status).toBe(404);
    expect(body).toEqual({
      status: 'error',
      message: expect.stringContaining('no channel'),
      correlationId: expect.stringMatching(uuid),
      category: 'OBJECT_NOT_FOUND',
    });
  });

  test.each(['x', '1.0', '0x1', ' ', '2147483648', '-2147483649', '1'.repeat(5000), '__proto__'])(
    'channelId %.12s is no int32',
    async (channelId) => {
      const api = await startApi();
      const answer = await api.call(version, 'getChannel', {
        path: { channelId: encodeURIComponent(channelId) },
      });
      expect(answer).toMatchObject({
        status: 400,
        body: {
          category: 'VALIDATION_ERROR',
          message: expect.stringContaining(`getChannel (${version}): the path`),
          errors: [{ in: 'channelId', code: 'INVALID_TYPE' }],
        },
      });
    },
  );

  test('a channelAccountId has 64 bits', async () => {
    const api = await startApi();
    const path = await api.createAccount();
    const get = async (channelAccountId: string) =>
      (await api.call(version, 'getChannelAccount', { path: { ...path, channelAccountId } }))
        .status;
    expect(await get('9223372036854775807')).toBe(404);
    expect(await get('9223372036854775808')).toBe(400);
    expect(await get(`000${path.channelAccountId}`)).toBe(200);
  });

  test.each([
    ['no JSON', '{"name":'],
    ['an empty body', ''],
    ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['deep nesting', '['.repeat(200_000)],
    ['no object', '[]'],
    ['a missing property', '{"name":"x"}'],
    ['null for a string', '{"name":null,"capabilities":{}}'],
  ])('a body that is %s is a validation error', async (_what, body) => {
    const api = await startApi();
    const answer = await request(api, channels[version], { method: 'POST', headers: json, body });
    expect(answer).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
  });

  test('a body with very many problems is answered with a few of them', async () => {
    const api = await startApi();
    const path = await api.createAccount();
    const { status, body } = await api.call(version, 'publishMessage', {
      path,
      body: { attachments: Array.from({ length: 50_000 }, () => 0) },
    });
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(20);
  });

  test.each(['text/plain', 'application/jsonp', 'application/x-www-form-urlencoded', ''])(
    'a body of media type "%s" is not supported',
    async (mediaType) => {
      const api = await startApi();
      const answer = await request(api, channels[version], {
        method: 'POST',
        headers: { ...authorized, 'Content-Type': mediaType },
        body: '{"name":"x","capabilities":{}}',
      });
      expect(answer).toMatchObject({ status: 415, body: { category: 'UNSUPPORTED_MEDIA_TYPE' } });
    },
  );

  test('a media type may have parameters and capitals', async () => {
    const api = await startApi();
    const { status } = await request(api, channels[version], {
      method: 'POST',
      headers: { ...authorized, 'Content-Type': 'Application/JSON; charset=utf-8' },
      body: '{"name":"x","capabilities":{}}',
    });
    expect(status).toBe(201);
  });

  test('a method that a path does not take is answered with those it takes', async () => {
    const api = await startApi();
    const answer = await request(api, channels[version], { method: 'PUT', headers: authorized });
    expect(answer).toMatchObject({ status: 405, body: { category: 'METHOD_NOT_ALLOWED' } });
    expect(answer.headers.get('Allow')).toBe('GET, POST');
  });
});

test.each([
  '/',
  '/conversations',
  '/conversations/v4/custom-channels/',
  '/conversations/v3/custom-channels/1/x',
])('there is nothing at %s', async (path) => {
  const api = await startApi();
  const answer = await request(api, path, { headers: authorized });
  expect(answer).toMatchObject({ status: 404, body: { category: 'OBJECT_NOT_FOUND' } });
});

test('a body of more than a megabyte is refused, whether or not it says so', async () => {
  const api = await startApi();
  const body = JSON.stringify({ name: 'x'.repeat(2 ** 20), capabilities: {} });
  const chunked = new Blob([body]).stream();
  for (const init of [{ body }, { body: chunked, duplex: 'half' }]) {
    const answer = await request(api, channels.v3, {
      method: 'POST',
      headers: json,
      ...init,
    } as RequestInit);
    expect(answer).toMatchObject({ status: 413, body: { category: 'PAYLOAD_TOO_LARGE' } });
  }
  const { status } = await request(api, channels.v3, { headers: authorized });
  expect(status).toBe(200);
});

test('a body that comes in chunks is read as a whole', async () => {
  const api = await startApi();
  const body = new Blob(['{"name":"x",', '"capabilities":{}}']).stream();
  const { status } = await request(api, channels.v3, {
    method: 'POST',
    headers: json,
    body,
    duplex: 'half',
  } as RequestInit);
  expect(status).toBe(201);
});

test('a bug is answered as a server error, and told to the log only', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  const bug = new Error('the clock is broken');
  const { fetch } = createSandbox({
    now: () => {
      throw bug;
    },
  });
  const response = await fetch(
    new Request(`http://sandbox${channels.v3}`, {
      method: 'POST',
      headers: json,
      body: '{"name":"x","capabilities":{}}',
    }),
  );
  const { status, text } = await readAnswer(response);
  expect(status).toBe(500);
  expect(text).not.toContain(bug.message);
  expect(log).toHaveBeenCalledWith(bug);
});
