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
    const given = (body as Record<string, unknown>)[name];
    const key = given === undefined ? createKey() : given;
    if (typeof key === 'string') call.idempotencyKey = key;
    return given === undefined ? { ...body, [name]: key } : body;
  };
}

/** 128 bits; `crypto.randomUUID` is missing on pages without TLS. */
function createKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
