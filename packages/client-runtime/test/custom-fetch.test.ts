import { afterEach, expect, test, vi } from 'vitest';
import { createApiClient } from '../src/index.ts';
import { rejectionOf } from './example-api.ts';
import { createOne, type Call } from './one-operation.ts';

afterEach(() => void vi.unstubAllGlobals());

const described = { baseUrl: 'https://api.example.com', userAgent: 'example-client/1.2.0' };
const operations = { call: { method: 'GET', path: '/' } } as const;

/** The headers that a client sends where the global `navigator` is what is given. */
async function headersSentBy(
  navigator: { userAgent?: string } | undefined,
  headers?: Record<string, string>,
  headersOfCall?: Record<string, string>,
): Promise<Record<string, string>> {
  vi.stubGlobal('navigator', navigator);
  let sent = {};
  const { call } = createApiClient<{ call: Call }>(described, operations, {
    fetch: async (_, init) => {
      sent = Object.fromEntries(new Headers(init.headers));
      return Response.json({});
    },
    ...(headers && { headers }),
  });
  await call({}, { headers: headersOfCall });
  return sent;
}

test.each([
  ['Node', { userAgent: 'Node.js/24' }, 'example-client/1.2.0 Node.js/24'],
  ['Workers', { userAgent: 'Cloudflare-Workers' }, 'example-client/1.2.0 Cloudflare-Workers'],
  ['what has no navigator', undefined, 'example-client/1.2.0'],
  ['what does not say', {}, 'example-client/1.2.0'],
])('says which client runs in %s', async (_, navigator, userAgent) => {
  expect(await headersSentBy(navigator)).toEqual({ 'user-agent': userAgent });
});

test('leaves a browser its own user agent', async () => {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
  expect(await headersSentBy({ userAgent })).toEqual({});
});

test('a user agent of the program goes before that of the client', async () => {
  const navigator = { userAgent: 'Node.js/24' };
  expect(await headersSentBy(navigator, { 'User-Agent': 'mine/1' })).toEqual({
    'user-agent': 'mine/1',
  });
  expect(
    await headersSentBy(navigator, { 'User-Agent': 'mine/1' }, { 'USER-AGENT': 'mine/2' }),
  ).toEqual({ 'user-agent': 'mine/2' });
});

test.each(['custom', 'global'])('a %s fetch has no `this`, as browsers demand', async (which) => {
  const seen: unknown[] = [];
  function fetch(this: unknown): Promise<Response> {
    seen.push(this);
    return Promise.resolve(Response.json({}));
  }
  if (which === 'global') vi.stubGlobal('fetch', fetch);
  await createOne(which === 'custom' ? { fetch } : {})();
  expect(seen).toEqual([undefined]);
});

test('the global fetch is looked up at each call, for those who replace it later', async () => {
  const call = createOne({});
  vi.stubGlobal('fetch', async () => Response.json('replaced'));
  expect(await call()).toBe('replaced');
});

test('what a fetch throws before it gives a promise is as what it rejects with', async () => {
  const call = createOne({
    attempts: 1,
    fetch: () => {
      throw new TypeError('Failed to fetch');
    },
  });
  expect(await rejectionOf(call())).toMatchObject({ kind: 'connection' });
});

test('a client of one operation has no other', async () => {
  const client = createApiClient<{ call: Call }>(described, operations, {
    fetch: async () => Response.json({}),
  });
  expect(Object.keys(client)).toEqual(['call']);
  const { call } = client;
  expect(await call()).toEqual({});
});
