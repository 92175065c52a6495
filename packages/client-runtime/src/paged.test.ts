import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { rejectionOf } from '../test/example-api.ts';
import { createApiClient } from './api-client.ts';
import type { CallOptions } from './api-client-options.ts';
import { paged, type PagePromise } from './paged.ts';

interface Page {
  readonly results?: readonly number[] | null;
  readonly paging?: { readonly next?: { readonly after?: unknown } | null } | null;
}

type List = (
  input?: { readonly after?: string; readonly limit?: number },
  options?: CallOptions,
) => PagePromise<Page, number>;

/** A list operation over pages, which it gives by cursor; `''` is the first. */
function createList(pages: Readonly<Record<string, Page | (() => Response)>>) {
  const asked: string[] = [];
  const { list } = createApiClient<{ list: List }>(
    { baseUrl: 'https://api.example.com' },
    {
      list: {
        method: 'GET',
        path: '/',
        query: ['after', 'limit'],
        paging: paged({
          cursor: 'after',
          next: (page: Page) => page.paging?.next?.after,
          items: (page: Page) => page.results,
        }),
      },
    },
    {
      fetch: async (url) => {
        const { search, searchParams } = new URL(url);
        asked.push(search);
        const page = pages[searchParams.get('after') ?? ''] ?? {};
        return typeof page === 'function' ? page() : Response.json(page);
      },
    },
  );
  return { list, asked };
}

const page = (results: number[], after?: unknown): Page => ({
  results,
  ...(after !== undefined && { paging: { next: { after } } }),
});
const three = { '': page([1, 2], 'b'), b: page([], 'c'), c: page([3]) };

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

test('is the first page, and asks for no other', async () => {
  const { list, asked } = createList(three);
  expect(await list()).toEqual(three['']);
  expect((await list().withResponse()).response.status).toBe(200);
  expect(asked).toEqual(['', '']);
});

test('gives every item, in order, with the input of the call in each request', async () => {
  const { list, asked } = createList(three);
  expect(await collect(list({ limit: 2 }))).toEqual([1, 2, 3]);
  expect(asked).toEqual(['?limit=2', '?after=b&limit=2', '?after=c&limit=2']);
});

test('gives every page, and goes on from a cursor', async () => {
  const { list, asked } = createList(three);
  expect(await collect(list().pages())).toEqual([three[''], three.b, three.c]);
  expect(await collect(list({ after: 'c' }))).toEqual([3]);
  expect(asked).toEqual(['', '?after=b', '?after=c', '?after=c']);
});

test('can be iterated over again, with the first page that it has', async () => {
  const { list, asked } = createList(three);
  const promise = list();
  expect(await collect(promise)).toEqual(await collect(promise));
  expect(asked).toEqual(['', '?after=b', '?after=c', '?after=b', '?after=c']);
});

test.each(['items', 'pages'])('asks for nothing more once its caller stops: %s', async (what) => {
  const { list, asked } = createList(three);
  for await (const _ of what === 'items' ? list() : list().pages()) break;
  expect(asked).toEqual(['']);
});

test('fails where a page does, after the items that came before', async () => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  onTestFinished(() => void process.off('unhandledRejection', listen));
  const { list } = createList({ ...three, b: () => new Response('{}', { status: 403 }) });
  const items: number[] = [];
  const error = await rejectionOf(
    (async () => {
      for await (const item of list()) items.push(item);
    })(),
  );
  expect(error).toMatchObject({ kind: 'permission', operation: 'list' });
  expect(items).toEqual([1, 2]);
  const first = createList({ '': () => new Response('{}', { status: 403 }) });
  expect(await rejectionOf(collect(first.list()))).toMatchObject({ kind: 'permission' });
  await setImmediate();
  expect(unhandled).toEqual([]);
});

test('a failure that comes before the first page is asked for is not lost, nor unhandled', async () => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  onTestFinished(() => void process.off('unhandledRejection', listen));
  const pages = createList({ '': () => new Response('{}', { status: 403 }) })
    .list()
    .pages();
  await setImmediate();
  await setImmediate();
  expect(unhandled).toEqual([]);
  expect(await rejectionOf(collect(pages))).toMatchObject({ kind: 'permission' });
});

test('the options of the call hold for each page', async () => {
  const { list, asked } = createList(three);
  const controller = new AbortController();
  const items: number[] = [];
  const error = await rejectionOf(
    (async () => {
      for await (const item of list({}, { signal: controller.signal })) {
        items.push(item);
        controller.abort('enough');
      }
    })(),
  );
  expect([error, items, asked]).toEqual(['enough', [1, 2], ['']]);
});

test.each<[string, Page]>([
  ['no paging', { results: [1] }],
  ['null', { results: [1], paging: null }],
  ['no next', { results: [1], paging: {} }],
  ['next: null', { results: [1], paging: { next: null } }],
  ['an empty cursor', page([1], '')],
  ['a cursor that is null', page([1], null)],
])('ends at a page with %s', async (_, last) => {
  expect(await collect(createList({ '': last }).list())).toEqual([1]);
});

test.each<[string, Page]>([
  ['no items', { paging: { next: { after: 'c' } } }],
  ['items: null', { results: null, paging: { next: { after: 'c' } } }],
])('passes a page with %s', async (_, empty) => {
  expect(await collect(createList({ '': empty, c: page([3]) }).list())).toEqual([3]);
});

test('ends, or fails where the cursors lead in circles, and asks for no cursor twice', async () => {
  const cursor = fc.constantFrom('', 'a', 'b', 'c', 'd');
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(cursor, cursor),
      fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      async (next, after) => {
        const pages = Object.entries(next).map(([name, to], item) => [name, page([item], to)]);
        const { list, asked } = createList(Object.fromEntries(pages) as Record<string, Page>);
        const items = collect(list(after === undefined ? {} : { after }));
        const result = await items.catch((error: Error) => error.message);
        expect(typeof result === 'string').toBe(leadsInCircles(next, after));
        if (typeof result === 'string') expect(result).toMatch(/^after=[a-d] comes again$/);
        // The page that the call itself asks for may come again by its cursor.
        const others = asked.slice(1);
        expect(new Set(others).size).toBe(others.length);
      },
    ),
  );
});

function leadsInCircles(next: Readonly<Record<string, string>>, first = ''): boolean {
  const seen = new Set<string>();
  for (let cursor = next[first]; cursor; cursor = next[cursor]) {
    if (seen.has(cursor)) return true;
    seen.add(cursor);
  }
  return false;
}
