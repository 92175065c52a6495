import { createCompatFetch } from '../create-compat-fetch.ts';
import type { CompatFetchOptions, VersionPair } from '../create-compat-fetch.ts';
import { CompatError } from '../errors/compat-error.ts';
import { UnmappedOperationError } from '../errors/unmapped-operation-error.ts';
import type { Loss, LossContext, OnLoss } from '../loss.ts';
import type { CompatPlan } from '../plan.ts';
import { Exchange } from './exchange.ts';
import type { GatewayTimeouts } from './exchange.ts';
import { lifecycleHeaders } from './lifecycle.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { GatewayLogEntry } from './log-entry.ts';
import { createOperationFinder } from './operation-finder.ts';
import { ProblemError } from './problem.ts';
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
  const settings = {
    upstreamBase,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    maxBodyBytes: options.maxBodyBytes ?? 10 * 2 ** 20,
    timeouts: options.timeouts ?? { headers: 30_000, exchange: 120_000 },
    headers: lifecycleHeaders(options.lifecycle ?? {}),
    log: options.log ?? (() => {}),
  };
  const openLane = (): Lane => createLane(plan, { ...options, upstreamUrl: upstreamBase });
  const idleLanes = [openLane()];
  const findOperation = createOperationFinder(plan, options.serve);

  return async (request) => {
    const { method, url } = request;
    const operation = findOperation(method, url);
    const exchange = new Exchange(request, operation, settings);
    if (operation === undefined) {
      const { pathname } = new URL(url);
      const at = { method, path: pathname, version: options.serve };
      return exchange.refuse(new UnmappedOperationError(at));
    }
    const lane = idleLanes.pop() ?? openLane();
    try {
      return await lane(exchange);
    } finally {
      idleLanes.push(lane);
    }
  };
}

/** Answers one exchange at a time, so that whatever is mapped meanwhile belongs to it. */
type Lane = (exchange: Exchange) => Promise<Response>;

/** Preparing a plan takes longer than answering a request, so lanes are kept for the next one. */
function createLane<Old extends string, Current extends string>(
  plan: CompatPlan<Old, Current>,
  options: CompatFetchOptions<Old, Current>,
): Lane {
  let current: Exchange;
  const compatFetch = createCompatFetch(plan, {
    ...options,
    fetch: (request) => current.send(request),
    onLoss: (loss, context) => {
      current.hear(loss, context);
      tell(options.onLoss, loss, context);
    },
  });
  return (exchange) => {
    current = exchange;
    return exchange.answer(compatFetch);
  };
}

/** @throws LossError where losses are refused; ProblemError where the callback itself fails. */
function tell(onLoss: OnLoss | undefined, loss: Loss, context: LossContext): void {
  try {
    onLoss?.(loss, context);
  } catch (cause) {
    if (cause instanceof CompatError) throw cause;
    throw new ProblemError({ kind: 'internal-error', detail: 'The gateway failed.' }, { cause });
  }
}
