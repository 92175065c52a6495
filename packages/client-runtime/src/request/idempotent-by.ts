import type { CallProgress } from '../errors/client-error.ts';

/** Marks a call, and gives its body with the mark. */
export type Idempotency = (call: CallProgress, body: unknown) => unknown;

/**
 * Marks requests by a property of their body, so that the server acts once on each however often it is sent, unless the
 * caller has done so. The mark goes into errors too, for those who call again.
 */
export function idempotentBy(name: string): Idempotency {
  return (call, body) => {
    if (typeof body !== 'object' || body === null) return body;
    // Not `randomUUID`, which pages without TLS do not have.
    const { [name]: key = crypto.getRandomValues(new BigUint64Array(2)).join('-') } =
      body as Record<string, unknown>;
    // Nobody knows what a server makes of an empty one.
    if (key !== '' && typeof key === 'string') call.idempotencyKey = key;
    return { ...body, [name]: key };
  };
}
