import { matchRoute, pathOf } from './routes.ts';
import type { Routes } from './routes.ts';
import type { Side } from './plan.ts';

/** Where a URL is before and after it is mapped: an origin and what precedes the API's paths. */
export interface LinkBases {
  readonly upstream: string;
  readonly caller: string;
}

/**
 * Maps a URL of the upstream version to the same operation of the caller's version.
 *
 * Kept as it is: what matches no operation, and a relative reference without the whole path, since
 * the caller resolves it against its own URL.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-4.2
 */
export function mapLink(link: string, upstream: Routes, to: Side, bases: LinkBases): string {
  const isPath = /^\/(?!\/)/.test(link);
  const url = URL.parse(link, isPath ? bases.upstream : undefined);
  if (url === null) return link;
  const match = matchRoute(upstream, url.pathname);
  if (match === undefined) return link;
  const base = url.origin + match.prefix;
  const mapped = new URL(
    (base === bases.upstream ? bases.caller : base) + pathOf(match, to) + url.search + url.hash,
  );
  return isPath ? mapped.pathname + mapped.search + mapped.hash : mapped.href;
}
