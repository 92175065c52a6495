import { createGateway as create } from '@apipin/compat-runtime';
import type { Gateway, GatewayOptions } from '@apipin/compat-runtime';
import { plan } from './generated/index.ts';

/**
 * Makes a fetch handler that serves one version of the Custom Channels API over the other, for
 * clients in any language: for Workers, Deno, Bun, or any server on Node.
 *
 * @throws CompatConfigurationError when an option makes no sense, such as an upstream that tokens
 * would be sent to in the clear.
 */
export function createGateway(options: GatewayOptions<'v3', '2026-03'>): Gateway {
  return create(plan, options);
}
