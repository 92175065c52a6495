import type { MapContext } from './mapping.ts';
import { mapQuery } from './map-query.ts';
import type { Side } from './plan.ts';
import { matchRoute, pathOf } from './routes.ts';
import type { Routes } from './routes.ts';

/** Where a URL is before and after it is mapped: an origin and what precedes the API's paths. */
export interface LinkBases {
  readonly upstream: string;
  readonly caller: string;
}

/** From which version to which a link is mapped. */
export interface LinkTranslation {
  /** The operations of the upstream version. */
  readonly routes: Routes;
  /** The caller's version. */
  readonly to: Side;
  readonly bases: LinkBases;
}

/**
 * Maps a URL of the upstream version to the same operation of the caller's version, and its query with it.
 *
 * Kept as it is: what matches no operation of both versions, and a relative reference without the whole path, since the caller resolves
 * it against its own URL.
 *
 * @param findings - Takes what rules admit about the query, as findings about the whole link.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-4.2
 */
export function translateLink(
  link: string,
  { routes, to, bases }: LinkTranslation,
  findings: MapContext['findings'],
): string {
  const isPath = /^\/(?!\/)/.test(link);
  const url = URL.parse(link, isPath ? bases.upstream : undefined);
  if (url === null) return link;
  // Links are there to be followed, which is what GET does.
  const match = matchRoute(routes, url.pathname, 'GET') ?? matchRoute(routes, url.pathname);
  if (match?.operation === undefined) return link;
  const { operation, parameters, prefix } = match;
  const base = url.origin + prefix;
  const path = pathOf({ operation, parameters }, to);
  const mapped = new URL(
    (base === bases.upstream ? bases.caller : base) + path + url.search + url.hash,
  );
  const query = operation.request?.query;
  if (query !== undefined) {
    const start = findings.length;
    const context = { findings, mapLink: (value: string) => value };
    mapQuery(mapped, query[to === 'old' ? 'downgrade' : 'upgrade'], context);
    for (const finding of findings.slice(start)) finding.pointer = '';
  }
  return isPath ? mapped.pathname + mapped.search + mapped.hash : mapped.href;
}
