import { createCompatFetch, type OnLoss } from '@apipin/custom-channels-compat';
import { deliverMessages as deliverOverV3, type Delivery } from '@apipin/example-pinned-to-v3';

type Fetch = typeof globalThis.fetch;

/** How the consumer reaches 2026-03. */
export interface Options {
  readonly accessToken: string;
  readonly baseUrl: string;
  readonly onLoss: OnLoss;
  /** Sends the mapped requests. */
  readonly send: Fetch;
  /** Wraps the `fetch` that the consumer is given; the demo looks on from there. */
  readonly around: (fetch: Fetch) => Fetch;
}

/** The v3 consumer, unchanged: it is given another `fetch`, and every request it makes goes to 2026-03. */
export function deliverMessages(
  channelId: number,
  { accessToken, baseUrl, onLoss, send, around }: Options,
): Promise<Delivery[]> {
  const fetch = createCompatFetch({ serve: 'v3', upstream: '2026-03', fetch: send, onLoss });
  return deliverOverV3(channelId, { accessToken, baseUrl, fetch: around(fetch) });
}
