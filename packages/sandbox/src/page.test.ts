import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer, startApi } from '../test/api.ts';
import type { Api } from '../test/api.ts';
import { versionNames } from '../test/spec.ts';

async function createChannels(api: Api, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await api.call('v3', 'createChannel', { body: { name, capabilities: {} } });
  }
}

async function follow(link: string) {
  return readAnswer(await fetch(link, { headers: { Authorization: 'Bearer t' } }));
}

const names = (page: { results: { name: string }[] }) => page.results.map(({ name }) => name);

describe.each(versionNames)('%s', (version) => {
  test('the pages together are the collection, in order', async () => {
    const api = await startApi();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string(), { maxLength: 7 }),
        fc.integer({ min: 1, max: 8 }),
        async (created, limit) => {
          api.reset();
          await createChannels(api, created);
          const seen: string[] = [];
          let after: [string, string][] = [];
          for (;;) {
            const query: [string, string][] = [['limit', String(limit)], ...after];
            const { body } = await api.call(version, 'listChannels', { query });
            expect(body.total).toBe(created.length);
            seen.push(...names(body));
            if (body.paging?.next === undefined) break;
            expect(body.results).toHaveLength(limit);
            after = [['after', body.paging.next.after]];
          }
          expect(seen).toEqual(created);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('links lead to the same pages of the same version', async () => {
    const api = await startApi();
    await createChannels(api, ['a', 'b', 'c', 'd', 'e']);
    let { body } = await api.call(version, 'listChannels', {
      query: [
        ['defaultPageLength', '2'],
        ['sort', '-name'],
      ],
    });
    const pages = [names(body)];
    while (body.paging?.next !== undefined) {
      ({ body } = await follow(body.paging.next.link));
      pages.push(names(body));
    }
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  });

  test('limit wins over defaultPageLength', async () => {
    const api = await startApi();
    await createChannels(api, ['a', 'b', 'c']);
    const { body } = await api.call(version, 'listChannels', {
      query: [
        ['limit', '1'],
        ['defaultPageLength', '2'],
      ],
    });
    expect(names(body)).toEqual(['a']);
  });

  test('a collection is sorted by several properties, either way', async () => {
    let day = 5;
    const api = await startApi({ now: () => new Date(Date.UTC(2026, 0, (day -= 1))) });
    await createChannels(api, ['b', 'a', 'b']);
    const ids = async (...sort: string[]) => {
      const query = sort.map((order): [string, string] => ['sort', order]);
      const { body } = await api.call(version, 'listChannels', { query });
      return body.results.map(({ id }: { id: string }) => id).join('');
    };
    expect(await ids()).toBe('123');
    expect(await ids('-id')).toBe('321');
    expect(await ids('createdAt')).toBe('321');
    expect(await ids('name')).toBe('213');
    expect(await ids('name', '-id')).toBe('231');
    expect(await ids('-name', 'createdAt')).toBe('312');
  });

  test.each([
    ['limit', '0'],
    ['limit', '2147483648'],
    ['limit', '1e3'],
    ['defaultPageLength', '-1'],
    ['after', 'x'],
    ['after', ''],
    ['after', '9'.repeat(10_000)],
    ['sort', '__proto__'],
    ['archived', 'yes'],
  ])('%s=%.12s is refused', async (name, value) => {
    const api = await startApi();
    const answer = await api.call(version, 'listChannelAccounts', {
      path: await api.createAccount(),
      query: [[name, value]],
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { category: 'VALIDATION_ERROR', errors: [{ in: expect.stringContaining(name) }] },
    });
  });

  test('a page beyond the end is empty', async () => {
    const api = await startApi();
    await createChannels(api, ['a']);
    const { body } = await api.call(version, 'listChannels', { query: [['after', '7']] });
    expect(body).toMatchObject({ total: 1, results: [] });
    expect(body.paging?.next).toBeUndefined();
  });
});

test('a page leads back to the one before it, in 2026-03 only', async () => {
  const api = await startApi();
  await createChannels(api, ['a', 'b', 'c']);
  const query: [string, string][] = [
    ['limit', '2'],
    ['after', '1'],
  ];
  const { body: forward } = await api.call('v3', 'listChannels', { query });
  expect(forward.paging).toBeUndefined();
  const { body: both } = await api.call('2026-03', 'listChannels', { query });
  expect(both.paging.prev.before).toBe('1');
  const { body: previous } = await follow(both.paging.prev.link);
  expect(names(previous)).toEqual(['a']);
  expect(previous.paging.prev).toBeUndefined();
});

test('a link keeps the filters of a list', async () => {
  const api = await startApi();
  const path = await api.createAccount();
  const deliveryIdentifier = { type: 'HS_SHORT_CODE', value: '1' };
  for (const name of ['a', 'b']) {
    await api.call('v3', 'createChannelAccount', {
      path,
      body: { inboxId: '1', name, authorized: true, deliveryIdentifier },
    });
  }
  const { body } = await api.call('2026-03', 'listChannelAccounts', {
    path,
    query: [
      ['limit', '1'],
      ['deliveryIdentifierType', 'HS_SHORT_CODE'],
      ['deliveryIdentifierType', 'HS_PHONE_NUMBER'],
      ['deliveryIdentifierValue', '1'],
      ['archived', 'false'],
    ],
  });
  expect(names((await follow(body.paging.next.link)).body)).toEqual(['b']);
});
