import { createHmac } from 'node:crypto';

/** A delivery as the documentation of signature v3 describes it, put together without our code. */
export interface Delivery {
  readonly secret: string;
  readonly method: string;
  /** As it is called. */
  readonly url: string;
  /** As it is signed. */
  readonly uri: string;
  readonly body: string | Uint8Array;
  readonly timestamp: string;
}

/** The headers of a delivery. */
export function signWithNode({ secret, method, uri, body, timestamp }: Delivery) {
  const hmac = createHmac('sha256', secret).update(method + uri);
  return {
    'X-HubSpot-Signature-v3': hmac.update(body).update(timestamp).digest('base64'),
    'X-HubSpot-Request-Timestamp': timestamp,
  };
}
