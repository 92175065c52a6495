import { expect, test } from 'vitest';
import { createRawClient } from '../src/raw/index.ts';
import { api, recordRequests, type Paths } from './example-api.ts';

test('sends with the base URL, the headers and the token of a client, and through its fetch', async () => {
  const { requests, fetch } = recordRequests(() => Response.json({ total: 3 }));
  const accessToken = async () => 'token-1';
  const client = createRawClient<Paths>(api, { fetch, accessToken, headers: { a: '1' } });
  const { data } = await client.GET('/channels/', { params: { query: { limit: 1 } } });
  expect(data).toEqual({ total: 3 });
  expect(requests[0]?.url).toBe('https://api.example.com/channels/?limit=1');
  expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
    a: '1',
    authorization: 'Bearer token-1',
  });
});

test('sends a body, and gives a failure back', async () => {
  const { requests, fetch } = recordRequests(() =>
    Response.json({ message: 'no' }, { status: 400 }),
  );
  const { error, response } = await createRawClient<Paths>(api, { fetch }).PATCH(
    '/channels/{channelId}/messages/{messageId}',
    {
      params: { path: { channelId: 7, messageId: 'm/1' } },
      body: { statusType: 'READ' },
      headers: { authorization: 'Basic eA==' },
    },
  );
  expect([response.status, error]).toEqual([400, { message: 'no' }]);
  expect(requests[0]?.url).toBe('https://api.example.com/channels/7/messages/m%2F1');
  expect(requests[0]?.redirect).toBe('manual');
  expect(requests[0]?.headers.get('authorization')).toBe('Basic eA==');
  expect(await requests[0]?.json()).toEqual({ statusType: 'READ' });
});

test.each(['', '.', '..'])(
  'refuses %j for a segment of a path, which is another path then',
  async (messageId) => {
    const { requests, fetch } = recordRequests(() => Response.json({}));
    const call = createRawClient<Paths>(api, { fetch }).PATCH(
      '/channels/{channelId}/messages/{messageId}',
      { params: { path: { channelId: 7, messageId } }, body: { statusType: 'READ' } },
    );
    await expect(call).rejects.toThrow("path parameter 'messageId': expected a segment");
    expect(requests).toEqual([]);
  },
);
