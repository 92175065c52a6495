import type { ApiPromise } from './api-promise.ts';

/**
 * What the method of a paged operation gives: the first page, and the others for those who iterate.
 *
 * ```ts
 * for await (const channel of client.listChannels()) …
 * for await (const page of client.listChannels({ after: cursor }).pages()) …
 * ```
 */
export interface PagePromise<Page, Item> extends ApiPromise<Page>, AsyncIterable<Item> {
  /** Each page, with the cursor of the next one in it: what a later run can go on from. */
  pages(): AsyncIterable<Page>;
}

/** Where a paged operation says what comes next. A page is whatever JSON the server sent. */
export interface PageLayout {
  /** The property of the call's input that takes the cursor. */
  readonly cursor: string;
  /** Reads the cursor of the next page. */
  readonly next: (page: any) => unknown;
  /** Reads the items of a page. */
  readonly items: (page: any) => unknown;
}

/** Lets a promise for a page be iterated over; `call` asks for another page, with more of an input. */
export type Paging = (
  first: ApiPromise<unknown>,
  call: (input: Readonly<Record<string, unknown>>) => Promise<unknown>,
) => PagePromise<unknown, unknown>;

/** Goes through pages by their cursors. */
export function paged({ cursor: name, next, items }: PageLayout): Paging {
  return (first, call) => {
    async function* walk() {
      const seen = new Set<unknown>();
      for (let page = await first; ;) {
        yield page;
        const cursor = next(page);
        if (!cursor) return;
        // A server that leads in circles would never end.
        if (seen.has(cursor)) throw new Error(`${name}=${cursor} comes again`);
        seen.add(cursor);
        page = await call({ [name]: cursor });
      }
    }
    return Object.assign(first, {
      pages() {
        // It may fail before anybody asks for the first page, and nobody has this promise.
        first.catch(() => {});
        return walk();
      },
      async *[Symbol.asyncIterator]() {
        for await (const page of walk()) {
          const found = items(page);
          if (Array.isArray(found)) yield* found;
        }
      },
    });
  };
}
