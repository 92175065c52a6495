import { CompatConfigurationError } from './errors/compat-configuration-error.ts';
import { UnmappedOperationError } from './errors/unmapped-operation-error.ts';
import type { OnLoss } from './loss.ts';
import { warnOfLoss } from './loss-policy.ts';
import { mapPath } from './map-path.ts';
import { mapRequest } from './map-request.ts';
import { mapResponse } from './map-response.ts';
import type { Direction } from './mapping.ts';
import { responsePlanOf } from './plan.ts';
import type { CompatPlan, Side } from './plan.ts';
import { compileRoutes, matchRoute } from './routes.ts';
import { urlParametersIn, urlParametersOf } from './url-parameters.ts';
import { translateLink } from './translate-link.ts';
import { parameterChecks, requestChecks, responseChecks } from './validation.ts';
import type { OperationValidators } from './validation.ts';

/** Which version the caller speaks, and which one answers. */
export type VersionPair<Old extends string, Current extends string> =
  | { readonly serve: Old; readonly upstream: Current }
  | { readonly serve: Current; readonly upstream: Old };

/** The versions of a compat fetch, how it reaches the upstream, and what it does about losses. */
export type CompatFetchOptions<Old extends string, Current extends string> = VersionPair<
  Old,
  Current
> & {
  /**
   * Sends the mapped request.
   *
   * @defaultValue the global `fetch`, looked up at each call
   */
  readonly fetch?: (request: Request) => Promise<Response>;
  /**
   * Server URL of the upstream version.
   *
   * @defaultValue the request's own origin, and what precedes the API's path in it
   */
  readonly upstreamUrl?: string | URL;
  /**
   * Hears of each value that is carried over with a loss; `lossHandlerOf` makes one of policies.
   *
   * @defaultValue `warnOfLoss`
   */
  readonly onLoss?: OnLoss;
  /**
   * Checks the URL and each JSON body before and after they are mapped, with the `operations` of the generated validators.
   *
   * @defaultValue nothing is checked
   */
  readonly validate?: Readonly<Record<Old | Current, OperationValidators>>;
};

/**
 * Makes a `fetch` that takes requests of one version of an API and has them answered by the other.
 *
 * On the way out it maps method, path, query, headers and JSON body; on the way back headers and JSON body, with the
 * links in them. All else stays: status, and bodies that need no mapping. These are streamed, a request's if it has a
 * `content-length`.
 *
 * The `fetch` it makes rejects with
 * - `UnmappedOperationError` when a request is no operation of the served version,
 * - `InvalidRequestBodyError` when a body that needs mapping is not JSON,
 * - `UnmappableValueError` when the other version cannot hold a value,
 * - `InvalidRequestError`, `InvalidResponseError` and `InvalidMappingError` as `validate` finds them,
 * - whatever `onLoss` and the upstream `fetch` throw.
 *
 * @throws CompatConfigurationError when the plan does not map between the two versions.
 */
export function createCompatFetch<Old extends string, Current extends string>(
  plan: CompatPlan<Old, Current>,
  options: CompatFetchOptions<Old, Current>,
): typeof globalThis.fetch {
  const { fetch: send = (request) => globalThis.fetch(request), validate } = options;
  const { onLoss = warnOfLoss } = options;
  const [served, upstream] = sidesOf(plan, options);
  const servedRoutes = compileRoutes(plan, served);
  const upstreamRoutes = compileRoutes(plan, upstream);
  const upstreamBase = options.upstreamUrl === undefined ? undefined : baseOf(options.upstreamUrl);
  const versions = {
    served: { version: options.serve, validators: validate?.[options.serve] },
    upstream: { version: options.upstream, validators: validate?.[options.upstream] },
  };

  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const { origin, pathname, search } = url;
    const match = matchRoute(servedRoutes, pathname, request.method);
    if (match === undefined) {
      const { method } = request;
      throw new UnmappedOperationError({ method, path: pathname, version: options.serve });
    }

    const { operationId, operation, prefix } = match;
    const caller = origin + prefix;
    const { arrived, mapped } = parameterChecks({ operationId, ...versions });
    await arrived?.(urlParametersOf(match, url));
    const bases = { caller, upstream: upstreamBase ?? caller };
    const outward = { operationId, direction: requestDirections[served], onLoss };
    const upstreamRequest = await mapRequest(request, {
      ...outward,
      method: operation[upstream].method,
      url: new URL(bases.upstream + mapPath(match, upstream, outward) + search),
      plan: operation.request ?? {},
      checks: requestChecks({ operationId, ...versions }),
    });
    await mapped?.(urlParametersIn(upstreamRequest, upstreamRoutes));
    const response = await send(upstreamRequest);
    return mapResponse(response, {
      operationId,
      // What was upgraded on the way out is downgraded on the way back.
      direction: requestDirections[upstream],
      onLoss,
      plan: responsePlanOf(operation.responses, response.status) ?? {},
      checks: responseChecks({ operationId, ...versions }, response.status),
      translateLink: (link, findings) =>
        translateLink(link, { routes: upstreamRoutes, to: served, bases }, findings),
    });
  };
}

const requestDirections: Readonly<Record<Side, Direction>> = {
  old: 'upgrade',
  current: 'downgrade',
};

function sidesOf(
  { versions }: CompatPlan,
  { serve, upstream }: VersionPair<string, string>,
): [served: Side, upstream: Side] {
  if (serve === versions.old && upstream === versions.current) return ['old', 'current'];
  if (serve === versions.current && upstream === versions.old) return ['current', 'old'];
  throw new CompatConfigurationError(
    `serve ${serve}, upstream ${upstream}: the plan maps between ${versions.old} and ` +
      `${versions.current}; name each of them once`,
  );
}

/** @throws CompatConfigurationError when the URL has more than an origin and a path. */
function baseOf(serverUrl: string | URL): string {
  const url = URL.parse(serverUrl);
  const base = url && url.origin + url.pathname;
  // What else the URL holds may be a secret, so the message does not repeat it.
  if (base === null || base !== url?.href || !/^https?:/.test(base)) {
    throw new CompatConfigurationError(
      'upstreamUrl: not an HTTP origin and path alone; give it as https://host/path',
    );
  }
  return base.replace(/\/$/, '');
}
