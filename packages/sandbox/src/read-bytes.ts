import { bodyTooLarge } from './api-error.ts';

/** 1 MiB: a message is text, since files are attached by id. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Reads the body of a request.
 *
 * @throws ApiError 413 for more than 1 MiB.
 */
export async function readBytes({ body }: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    // The rest is read and dropped: a client that is cut off while it sends never sees the answer.
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (length > MAX_BODY_BYTES) throw bodyTooLarge(MAX_BODY_BYTES);
  return Buffer.concat(chunks);
}
