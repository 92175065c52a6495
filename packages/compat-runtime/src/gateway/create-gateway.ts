import { UnmappedOperationError } from '../errors/unmapped-operation-error.ts';
import { createExchangeMapper } from '../exchange-mapper.ts';
import type { VersionPair } from '../exchange-mapper.ts';
import type { OnLoss } from '../loss.ts';
import type { CompatPlan } from '../plan.ts';
import { Exchange } from './exchange.ts';
import type { GatewayTimeouts } from './exchange.ts';
import { lifecycleHeaders } from './lifecycle.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { GatewayLogEntry } from './log-entry.ts';
import { upstreamBaseOf } from './upstream-base.ts';

/** The versions of a gateway, where its upstream is, and what it puts up with. */
export type GatewayOptions<Old extends string, Current extends string> = VersionPair<
  Old,
  Current
> & {
  /** Server URL of the upstream version: `https`, or this machine. Nothing else is contacted. */
  readonly upstreamUrl: string | URL;
  /**
   * Sends requests to the upstream.
   *
   * @defaultValue the global `fetch`, looked up at each call
   */
  readonly fetch?: typeof globalThis.fetch;
  /**
   * Hears of each loss, besides the response header and the log; `throwOnLoss` refuses them all.
   *
   * @defaultValue nobody
   */
  readonly onLoss?: OnLoss;
  /**
   * The largest request body to take, and the largest response body to hold for mapping, in bytes.
   *
   * @defaultValue 10 MiB
   */
  readonly maxBodyBytes?: number;
  /** @defaultValue 30 s for the head of the upstream's response, 120 s for the whole exchange */
  readonly timeouts?: GatewayTimeouts;
  /** What responses tell of the life of the served version. @defaultValue nothing */
  readonly lifecycle?: Lifecycle;
  /** Hears of each exchange once it is over. @defaultValue nobody */
  readonly log?: (entry: GatewayLogEntry) => void;
};

/** Answers a request of the served version. Never rejects. */
export type Gateway = (request: Request) => Promise<Response>;

/**
 * Makes a fetch handler that serves one version of an API over the other, for clients in any
 * language.
 *
 * It maps as `createCompatFetch` does, and beyond that
 * - contacts nothing but the upstream, and follows no redirect,
 * - sends on no header that is about one connection alone, and adds `Via`,
 * - lists the losses of an exchange in `x-apipin-losses`, without values,
 * - tells what goes wrong as `application/problem+json`.
 *
 * @throws CompatConfigurationError when the plan does not map between the two versions, or an
 * option makes no sense.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6
 */
export function createGateway<Old extends string, Current extends string>(
  plan: CompatPlan<Old, Current>,
  options: GatewayOptions<Old, Current>,
): Gateway {
  const upstreamBase = upstreamBaseOf(options.upstreamUrl);
  const mapper = createExchangeMapper(plan, { ...options, upstreamUrl: upstreamBase });
  const settings = {
    upstreamBase,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onLoss: options.onLoss ?? (() => {}),
    maxBodyBytes: options.maxBodyBytes ?? 10 * 2 ** 20,
    timeouts: options.timeouts ?? { headers: 30_000, exchange: 120_000 },
    headers: lifecycleHeaders(options.lifecycle ?? {}),
    log: options.log ?? (() => {}),
  };

  return async (request) => {
    const { method } = request;
    const url = new URL(request.url);
    const { pathname } = url;
    // Before a path, `//` would turn a `Location` into one on another host.
    const match = pathname.startsWith('//') ? undefined : mapper.match(method, url);
    const exchange = new Exchange(request, match, settings);
    if (match === undefined) {
      const at = { method, path: pathname, version: options.serve, upstream: options.upstream };
      return exchange.refuse(new UnmappedOperationError(at));
    }
    return exchange.answer((served, callbacks) =>
      mapper.map({ request: served, url, match }, callbacks),
    );
  };
}
