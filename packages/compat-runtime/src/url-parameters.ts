import { decodeSegment } from './map-path.ts';
import type { UrlParameter } from './find-parameter-issues.ts';
import type { RouteMatch } from './routes.ts';

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
