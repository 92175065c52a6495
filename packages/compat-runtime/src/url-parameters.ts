import { decodeSegment } from './map-path.ts';
import type { UrlParameter } from './find-parameter-issues.ts';
import type { UpstreamRequest } from './map-request.ts';
import { matchRoute } from './routes.ts';
import type { RouteMatch, Routes } from './routes.ts';

/** The parameters in the URL of a request that belongs to an operation. */
export function urlParametersOf({ parameters }: RouteMatch, { searchParams }: URL): UrlParameter[] {
  const names = new Set(searchParams.keys());
  return [
    ...Array.from(parameters, ([name, segment]): UrlParameter => {
      return { in: 'path', name, texts: [decodeSegment(segment)] };
    }),
    ...Array.from(names, (name): UrlParameter => {
      return { in: 'query', name, texts: searchParams.getAll(name) };
    }),
  ];
}

/** As {@link urlParametersOf}, for a request whose operation is yet to be found. */
export function urlParametersIn(
  { url, method }: Pick<UpstreamRequest, 'url' | 'method'>,
  routes: Routes,
): UrlParameter[] {
  const match = matchRoute(routes, url.pathname, method);
  return match === undefined ? [] : urlParametersOf(match, url);
}
