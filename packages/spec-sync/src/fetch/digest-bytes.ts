import { createHash } from 'node:crypto';

/** The sha256 of a document's bytes, as in subresource integrity. */
export function digestBytes(bytes: Uint8Array): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}
