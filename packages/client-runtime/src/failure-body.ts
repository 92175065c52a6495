import { parseExact } from './exact-json.ts';
import type { Int64Form } from './int64.ts';

const copies = new WeakMap<Response, Response>();

/** Keeps a copy of a failure for {@link readFailure}, as openapi-fetch reads the body. */
export function keepFailure(response: Response): Response {
  copies.set(response, response.clone());
  return response;
}

/**
 * Reads the body of a failure: parsed if it is JSON, else its text, `undefined` if it is empty.
 *
 * @param parsed - What openapi-fetch made of it, with `JSON.parse`, which rounds integers. Good
 *   enough for an answer that middleware has put in the place of the server's.
 */
export async function readFailure(
  response: Response,
  parsed: unknown,
  int64: Int64Form | undefined,
): Promise<unknown> {
  const text = await copies.get(response)?.text();
  if (!text) return parsed || undefined;
  try {
    return parseExact(text, int64).value;
  } catch {
    return parsed;
  }
}
