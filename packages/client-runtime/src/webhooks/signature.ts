import { signedUri } from './signed-uri.ts';

/** The header with the base64 of the signature. */
export const signatureHeader = 'X-HubSpot-Signature-v3';
/** The header with the time of signing, in ms since 1970. */
export const timestampHeader = 'X-HubSpot-Request-Timestamp';

/** What is signed, in this order. */
export interface SignedParts {
  readonly method: string;
  /** The public URL, as the sender calls it. */
  readonly url: string;
  /** As it travels: parsing and writing it again would change bytes that were signed. */
  readonly body: Uint8Array;
  /** As the header has it. */
  readonly timestamp: string;
}

const algorithm = { name: 'HMAC', hash: 'SHA-256' };
const encoder = /* @__PURE__ */ new TextEncoder();

/** Signs a delivery: the HMAC-SHA-256 of method, URI, body and timestamp. */
export async function createSignature(secret: string, parts: SignedParts): Promise<Uint8Array> {
  const key = await importKey(secret, 'sign');
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytesOf(parts)));
}

/**
 * Whether `signature` is of `parts`. Engines compare in constant time in `crypto.subtle.verify`, so
 * that how long it takes tells nobody how much of a guess was right.
 *
 * @see https://www.w3.org/TR/webcrypto-2/#hmac-operations-verify
 */
export async function isSignatureOf(
  parts: SignedParts,
  signature: Uint8Array<ArrayBuffer>,
  secret: string,
): Promise<boolean> {
  const key = await importKey(secret, 'verify');
  return crypto.subtle.verify('HMAC', key, signature, bytesOf(parts));
}

/** The base64 of a signature. */
export function encodeSignature(signature: Uint8Array): string {
  return btoa(String.fromCharCode(...signature));
}

/**
 * The base64 of 32 bytes. Its last digit has two bits that mean nothing, and are to be 0: a signature
 * that could be written in several ways would pass replay guards as often.
 */
const canonicalBase64 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** The bytes of a signature, or `undefined` where the text is none. */
export function decodeSignature(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!canonicalBase64.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function importKey(secret: string, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [usage]);
}

function bytesOf({ method, url, body, timestamp }: SignedParts): Uint8Array<ArrayBuffer> {
  const before = encoder.encode(method + signedUri(url));
  const after = encoder.encode(timestamp);
  const bytes = new Uint8Array(before.length + body.length + after.length);
  bytes.set(before);
  bytes.set(body, before.length);
  bytes.set(after, before.length + body.length);
  return bytes;
}
