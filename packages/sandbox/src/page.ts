import type { ApiVersion } from './api-version.ts';
import { decimal, repeated, single } from './parameters.ts';
import { enumOf, int32, object } from './shape.ts';
import type { ValueOf } from './shape.ts';

/** Page size when the request names none. */
const DEFAULT_PAGE_LENGTH = 100;

/** What a collection can be sorted by; a hyphen before the name reverses the order. */
const SORT_VALUES = {
  id: ({ id }: Listable) => Number(id),
  name: ({ name }: Listable) => name,
  createdAt: ({ createdAt }: Listable) => createdAt.getTime(),
};
type SortKey = keyof typeof SORT_VALUES;
const SORT_KEYS = Object.keys(SORT_VALUES) as SortKey[];

const pageLength = single(decimal(int32({ minimum: 1 })));

/** The query parameters that every list operation takes. */
export const pageParameters = {
  after: single(decimal(int32({ minimum: 0 }))),
  limit: pageLength,
  defaultPageLength: pageLength,
  sort: repeated(enumOf(SORT_KEYS.flatMap((key): (SortKey | `-${SortKey}`)[] => [key, `-${key}`]))),
};

const pageQuery = object({ optional: pageParameters });

/** Which page of a collection to list, and in which order. */
export type PageQuery = ValueOf<typeof pageQuery>;

interface Listable {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/**
 * The response to a list operation: one page of `items`, of which `total` exist.
 *
 * The cursor is the number of items before the page.
 *
 * @param url - Of the request; the links to other pages repeat its filters.
 */
export function renderPage<Item extends Listable>(
  items: readonly Item[],
  { after = 0, limit, defaultPageLength = DEFAULT_PAGE_LENGTH, sort = [] }: PageQuery,
  url: URL,
  version: ApiVersion,
  renderItem: (item: Item, version: ApiVersion) => object,
): object {
  const length = limit ?? defaultPageLength;
  const start = Math.min(after, items.length);
  const end = start + length;
  const previous = Math.max(0, start - length);
  const next = end < items.length && {
    next: { after: String(end), link: linkToPage(url, end, length) },
  };
  const prev = version.linksPreviousPage &&
    start > 0 && {
      prev: { before: String(start), link: linkToPage(url, previous, start - previous) },
    };
  return {
    total: items.length,
    results: sortItems(items, sort)
      .slice(start, end)
      .map((item) => renderItem(item, version)),
    ...((next || prev) && { paging: { ...next, ...prev } }),
  };
}

/** The parameters that a link repeats. What else was sent stays out of it, above all the developer key. */
const LINKED_PARAMETERS = [
  'appId',
  'sort',
  'archived',
  'deliveryIdentifierType',
  'deliveryIdentifierValue',
];

function linkToPage(url: URL, after: number, limit: number): string {
  const link = new URL(url.pathname, url);
  for (const name of LINKED_PARAMETERS) {
    for (const value of url.searchParams.getAll(name)) link.searchParams.append(name, value);
  }
  link.searchParams.set('limit', String(limit));
  link.searchParams.set('after', String(after));
  return link.href;
}

/** Stable: what `sort` leaves undecided stays in order of creation. */
function sortItems<Item extends Listable>(
  items: readonly Item[],
  sort: NonNullable<PageQuery['sort']>,
): readonly Item[] {
  return items.toSorted((a, b) => {
    for (const order of sort) {
      const value = SORT_VALUES[order.replace('-', '') as SortKey];
      if (value(a) !== value(b)) return value(a) < value(b) === order.startsWith('-') ? 1 : -1;
    }
    return 0;
  });
}
