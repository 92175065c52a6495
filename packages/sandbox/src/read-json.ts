import { ApiError, invalidInput, unsupportedMediaType } from './api-error.ts';
import { parseJson } from './json.ts';
import type { JsonValue } from './json.ts';
import { readBytes } from './read-bytes.ts';

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
