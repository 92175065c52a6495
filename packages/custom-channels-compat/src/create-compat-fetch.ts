import { createCompatFetch as createFetch } from '@apipin/compat-runtime';
import type { CompatFetchOptions } from '@apipin/compat-runtime';
import { plan } from './plan.ts';

/**
 * Makes a `fetch` for a client of one version of the Custom Channels API, answered by the other.
 *
 * The `fetch` it makes rejects with
 * - `UnmappableValueError` when the other version cannot hold a value,
 * - `UnmappedOperationError` when a request is none of the thirteen operations,
 * - `InvalidRequestBodyError` when a body that needs mapping is not JSON,
 * - whatever `onLoss` and the upstream `fetch` throw.
 *
 * @throws CompatConfigurationError when `serve` and `upstream` are not the two versions.
 */
export function createCompatFetch(
  options: CompatFetchOptions<'v3', '2026-03'>,
): typeof globalThis.fetch {
  return createFetch(plan, options);
}
