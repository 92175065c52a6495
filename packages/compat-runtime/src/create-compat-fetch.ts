import { UnmappedOperationError } from './errors/unmapped-operation-error.ts';
import { createExchangeMapper } from './exchange-mapper.ts';
import type { ExchangeMapperOptions } from './exchange-mapper.ts';
import type { OnLoss } from './loss.ts';
import { warnOfLoss } from './loss-policy.ts';
import type { UpstreamRequest } from './map-request.ts';
import type { CompatPlan } from './plan.ts';

/** The versions of a compat fetch, how it reaches the upstream, and what it does about losses. */
export type CompatFetchOptions<Old extends string, Current extends string> = ExchangeMapperOptions<
  Old,
  Current
> & {
  /**
   * Sends the mapped request. `init` has the caller's abort signal once more: pass it on where the global `fetch` is what sends,
   * as Node forgets the signal of a request that is collected as garbage while its answer is still being read.
   *
   * @defaultValue the global `fetch`, looked up at each call
   */
  readonly fetch?: (request: Request, init: { readonly signal?: AbortSignal }) => Promise<Response>;
  /**
   * Hears of each value that is carried over with a loss; `lossHandlerOf` makes one of policies.
   *
   * @defaultValue `warnOfLoss`
   */
  readonly onLoss?: OnLoss;
};

/**
 * Makes a `fetch` that takes requests of one version of an API and has them answered by the other.
 *
 * On the way out it maps method, path, query, headers and JSON body; on the way back headers and JSON body, with the
 * links in them. All else stays: status, and bodies that need no mapping. These are streamed, a request's if it has a
 * `content-length`.
 *
 * The `fetch` it makes rejects with
 * - `UnmappedOperationError` when a request is no operation of the served version, or none that the other one has,
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
  const { fetch: send = (...args) => globalThis.fetch(...args), onLoss = warnOfLoss } = options;
  const mapper = createExchangeMapper(plan, options);

  return async (input, init) => {
    const request = new Request(input, init);
    const { method } = request;
    // The caller's own, as that of `request` is garbage once `request` is.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const url = new URL(request.url);
    const match = mapper.match(method, url);
    if (match === undefined) {
      const { serve: version, upstream } = options;
      throw new UnmappedOperationError({ method, path: url.pathname, version, upstream });
    }
    return mapper.map(
      { request, url, match },
      {
        send: (mapped) => send(requestOf(mapped, request), signal ? { signal } : {}),
        onLoss,
      },
    );
  };
}

/** The mapped request with the abort signal and other settings of the caller's. */
function requestOf({ url, method, headers, body }: UpstreamRequest, original: Request): Request {
  const { signal, redirect, credentials, cache, mode, integrity, keepalive } = original;
  const settings = { signal, redirect, credentials, cache, mode, integrity, keepalive };
  // `fetch` insists on `duplex` where the body is a stream.
  const init = { ...settings, method, headers, body, duplex: 'half' };
  return new Request(url, init);
}
