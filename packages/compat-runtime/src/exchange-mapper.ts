import { CompatConfigurationError } from './errors/compat-configuration-error.ts';
import { UnmappedOperationError } from './errors/unmapped-operation-error.ts';
import type { OnLoss } from './loss.ts';
import { mapPath } from './map-path.ts';
import { mapRequest } from './map-request.ts';
import type { ServedRequest, UpstreamRequest } from './map-request.ts';
import { mapResponse } from './map-response.ts';
import type { Direction } from './mapping.ts';
import { responsePlanOf } from './plan.ts';
import type { CompatPlan, Side } from './plan.ts';
import { compileRoutes, matchRoute } from './routes.ts';
import type { RouteMatch } from './routes.ts';
import { urlParametersOf } from './url-parameters.ts';
import { translateLink } from './translate-link.ts';
import { parameterChecks, requestChecks, responseChecks } from './validation.ts';
import type { OperationValidators } from './validation.ts';

/** Which version the caller speaks, and which one answers. */
export type VersionPair<Old extends string, Current extends string> =
  | { readonly serve: Old; readonly upstream: Current }
  | { readonly serve: Current; readonly upstream: Old };

/** What all exchanges between two versions have in common. */
export type ExchangeMapperOptions<Old extends string, Current extends string> = VersionPair<
  Old,
  Current
> & {
  /**
   * Server URL of the upstream version.
   *
   * @defaultValue the request's own origin, and what precedes the API's path in it
   */
  readonly upstreamUrl?: string | URL;
  /**
   * Checks the URL and each JSON body before and after they are mapped, with the `operations` of the generated validators.
   *
   * @defaultValue nothing is checked
   */
  readonly validate?: Readonly<Record<Old | Current, OperationValidators>>;
};

/** A request and the operation of the served version that it is for. */
export interface MatchedRequest {
  readonly request: ServedRequest;
  readonly url: URL;
  readonly match: RouteMatch;
}

/** What an exchange calls back while it is mapped. */
export interface ExchangeCallbacks {
  /** Has the upstream answer the mapped request. */
  readonly send: (request: UpstreamRequest) => Promise<Response>;
  readonly onLoss: OnLoss;
}

/** Maps exchanges between two versions: each request on its way out, and its response on the way back. */
export interface ExchangeMapper {
  /** The operation of the served version that a request is for, whether the upstream version has it or not. */
  match(method: string, url: URL): RouteMatch | undefined;
  /** Rejects as the mapping does, and with whatever the callbacks throw. */
  map(matched: MatchedRequest, callbacks: ExchangeCallbacks): Promise<Response>;
}

/**
 * Prepares a plan for two versions.
 *
 * @throws CompatConfigurationError when the plan does not map between them.
 */
export function createExchangeMapper<Old extends string, Current extends string>(
  plan: CompatPlan<Old, Current>,
  options: ExchangeMapperOptions<Old, Current>,
): ExchangeMapper {
  const { validate } = options;
  const [served, upstream] = sidesOf(plan, options);
  const servedRoutes = compileRoutes(plan, served);
  const upstreamRoutes = compileRoutes(plan, upstream);
  const upstreamBase = options.upstreamUrl === undefined ? undefined : baseOf(options.upstreamUrl);
  const versions = {
    served: { version: options.serve, validators: validate?.[options.serve] },
    upstream: { version: options.upstream, validators: validate?.[options.upstream] },
  };

  return {
    match: (method, { pathname }) => matchRoute(servedRoutes, pathname, method),
    async map({ request, url, match }, { send, onLoss }) {
      const { operationId, operation, prefix, parameters } = match;
      if (operation === undefined) throw unmapped(match, url);
      const caller = url.origin + prefix;
      const { arrived, mapped } = parameterChecks({ operationId, ...versions });
      await arrived?.(urlParametersOf(match, url));
      const bases = { caller, upstream: upstreamBase ?? caller };
      const outward = { operationId, direction: requestDirections[served], onLoss };
      const { method } = operation[upstream];
      const path = mapPath({ operation, parameters }, upstream, outward);
      const reached = matchRoute(upstreamRoutes, path, method);
      // A parameter may have the value that is the path of another operation there.
      if (reached?.operationId !== operationId) throw unmapped(match, url);
      const upstreamRequest = await mapRequest(request, {
        ...outward,
        method,
        url: new URL(bases.upstream + path + url.search),
        plan: operation.request ?? {},
        checks: requestChecks({ operationId, ...versions }),
      });
      await mapped?.(urlParametersOf(reached, upstreamRequest.url));
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
    },
  };

  function unmapped(
    { operationId, method }: RouteMatch,
    { pathname }: URL,
  ): UnmappedOperationError {
    const { serve: version, upstream } = options;
    return new UnmappedOperationError({ method, path: pathname, version, upstream, operationId });
  }
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
