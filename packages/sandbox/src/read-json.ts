import { ApiError, bodyTooLarge, invalidInput, unsupportedMediaType } from './api-error.ts';
import { parseJson } from './json.ts';
import type { JsonValue } from './json.ts';

/** 1 MiB: a message is text, since files are attached by id. */
const MAX_BODY_BYTES = 1024 * 1024;

const JSON_MEDIA_TYPE = /^application\/json[ \t]*(;|$)/i;

/**
 * Reads the JSON body of `request`.
 *
 * @throws ApiError 415 for another media type, 413 for more than 1 MiB, 400 for what is not JSON in UTF-8.
 */
export async function readJson(request: Request): Promise<JsonValue> {
  const contentType = request.headers.get('Content-Type') ?? '';
  if (!JSON_MEDIA_TYPE.test(contentType)) throw unsupportedMediaType();
  try {
    const bytes = await readBytes(request);
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw invalidInput('The body is incomplete, not JSON in UTF-8, or nested too deeply');
  }
}

async function readBytes({ body }: Request): Promise<Uint8Array> {
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
