import { createOperationFinder, createShadowFetch as create } from '@apipin/compat-runtime';
import type { ShadowFetch, ShadowFetchOptions } from '@apipin/compat-runtime';
import { createCompatFetch } from './create-compat-fetch.ts';
import type { CompatFetchOptions } from './create-compat-fetch.ts';
import { plan } from './generated/index.ts';

/** The version that is served, the one it is compared with, and who hears of disagreements. */
export type CompatShadowOptions = CompatFetchOptions &
  Omit<ShadowFetchOptions, 'primary' | 'shadow' | 'nameOf'>;

/**
 * Makes a `fetch` for a client of one version of the Custom Channels API that is answered by that
 * version, and reports where the other one would have answered a read differently.
 *
 * Both are asked through `fetch`, the other version at `upstreamUrl`. A disagreement has the
 * operationId as its name.
 *
 * @throws CompatConfigurationError when `serve` and `upstream` are not the two versions.
 */
export function createShadowFetch(options: CompatShadowOptions): ShadowFetch {
  const { serve, fetch: send = (...args) => globalThis.fetch(...args) } = options;
  const findOperation = createOperationFinder(plan, serve);
  return create({
    ...options,
    primary: (input, init) =>
      send(new Request(input, init), init?.signal ? { signal: init.signal } : {}),
    shadow: createCompatFetch(options),
    nameOf: ({ method, url }) => findOperation(method, url)?.operationId,
  });
}
