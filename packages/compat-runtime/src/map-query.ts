import type { MapContext, MapValue } from './mapping.ts';

/** Maps the query of `url` in place. A query without differences keeps its encoding and order. */
export function mapQuery(url: URL, map: MapValue, context: MapContext): void {
  const before = queryOf(url.searchParams);
  const after = map(before, context);
  // Writing an equal query again could still change how it is encoded.
  if (after !== before) url.search = new URLSearchParams(pairsOf(after as Query)).toString();
}

type Query = Record<string, string[]>;

function queryOf(parameters: URLSearchParams): Query {
  // Without a prototype, a parameter may be called `__proto__`.
  const query: Query = Object.create(null);
  for (const [name, value] of parameters) (query[name] ??= []).push(value);
  return query;
}

function pairsOf(query: Query): string[][] {
  return Object.entries(query).flatMap(([name, values]) => values.map((value) => [name, value]));
}
