import { stringifyExact } from '../exact-json.ts';
import { createSignature, encodeSignature, signatureHeader, timestampHeader } from './signature.ts';

/** What a delivery is signed with. */
export interface SignWebhookOptions {
  readonly clientSecret: string;
  /** The URL to call; signed as it is written. */
  readonly url: string;
  /** The time of signing, in ms since 1970. @defaultValue Date.now */
  readonly now?: () => number;
}

/** Makes the request that delivers an event as the API does: to hand to a handler, or to `fetch`. */
export async function signWebhook(
  event: object,
  { clientSecret, url, now = Date.now }: SignWebhookOptions,
): Promise<Request> {
  const method = 'POST';
  const body = new TextEncoder().encode(stringifyExact(event));
  const timestamp = String(now());
  const signature = await createSignature(clientSecret, { method, url, body, timestamp });
  return new Request(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      [signatureHeader]: encodeSignature(signature),
      [timestampHeader]: timestamp,
    },
    body,
  });
}
