import { createClient as createV3 } from '@apipin/custom-channels-v3';
import { createClient as create2026_03 } from '@apipin/custom-channels-2026-03';
import { beforeEach, describe, expect, test } from 'vitest';
import { sandbox } from './vitest.ts';

const body = { name: 'Larkspur Chat', capabilities: {} };

describe('a sandbox for the tests of a block', () => {
  const api = sandbox({ accessTokens: ['secret-token'], now: () => new Date(0) });
  // Works at once, where `url` has to wait until something listens.
  const older = createV3({ accessToken: 'secret-token', fetch: api.fetch });
  expect(() => api.url).toThrow('nothing listens');

  beforeEach(async () => {
    await older.createChannel({ body });
  });

  test('a client reaches it without a socket', async () => {
    expect(await older.getChannel({ channelId: 1 })).toMatchObject({
      ...body,
      createdAt: '1970-01-01T00:00:00.000Z',
    });
  });

  test('a client reaches the same one over HTTP', async () => {
    const newer = create2026_03({ accessToken: 'secret-token', baseUrl: api.url });
    await newer.createChannel({ body: { ...body, name: 'Pigeonpost' } });
    const { results } = await older.listChannels({});
    expect(results.map(({ id, name }) => [id, name])).toEqual([
      ['1', 'Larkspur Chat'],
      ['2', 'Pigeonpost'],
    ]);
  });

  test('it is empty before each test, and before the hooks of the test', async () => {
    const { results } = await older.listChannels({});
    expect(results.map(({ id }) => id)).toEqual(['1']);
    api.failNext({ status: 503, times: Infinity, operation: 'getChannel' });
  });

  test('it forgets the failures that a test did not use up', async () => {
    expect(await older.getChannel({ channelId: 1 })).toMatchObject({ id: '1' });
  });

  test('it lets nobody else in', async () => {
    const stranger = createV3({ accessToken: 'other-token', fetch: api.fetch });
    await expect(stranger.listChannels({})).rejects.toMatchObject({ status: 401 });
  });
});

describe('after the last test', () => {
  let url: string;
  let api: ReturnType<typeof sandbox>;
  describe('of a block', () => {
    api = sandbox();
    test('there is a URL', async () => {
      url = api.url;
      expect((await fetch(url)).status).toBe(404);
    });
  });
  test('nothing listens', async () => {
    await expect(fetch(url)).rejects.toThrow();
    expect(() => api.url).toThrow('nothing listens');
  });
});
