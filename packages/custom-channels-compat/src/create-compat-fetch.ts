import { createCompatFetch as createFetch, lossHandlerOf } from '@apipin/compat-runtime';
import type {
  CompatFetchOptions as RuntimeOptions,
  LossPolicies,
  LossPolicy,
  VersionPair,
} from '@apipin/compat-runtime';
import type { ChangeId } from './generated/index.ts';
import { plan } from './generated/index.ts';

/** The versions of a compat fetch, how it reaches the upstream, and what it does about losses. */
export type CompatFetchOptions = VersionPair<'v3', '2026-03'> &
  Pick<RuntimeOptions<'v3', '2026-03'>, 'fetch' | 'upstreamUrl' | 'validate'> & {
    /**
     * What to do about each value that is carried over with a loss: `'report'`, `'throw'` or a callback, for all losses
     * or for each change and severity.
     *
     * @defaultValue 'report', a warning on the console without values
     */
    readonly onLoss?: LossPolicy<ChangeId> | LossPolicies<ChangeId>;
  };

/**
 * Makes a `fetch` for a client of one version of the Custom Channels API, answered by the other.
 *
 * The `fetch` it makes rejects with
 * - `UnmappableValueError` when the other version cannot hold a value,
 * - `UnmappedOperationError` when a request is none of the thirteen operations,
 * - `InvalidRequestBodyError` when a body that needs mapping is not JSON,
 * - `InvalidRequestError`, `InvalidResponseError` and `InvalidMappingError` as `validate` finds them,
 * - whatever `onLoss` and the upstream `fetch` throw.
 *
 * @throws CompatConfigurationError when `serve` and `upstream` are not the two versions.
 */
export function createCompatFetch({
  onLoss = 'report',
  ...options
}: CompatFetchOptions): typeof globalThis.fetch {
  return createFetch(plan, { ...options, onLoss: lossHandlerOf(onLoss) });
}
