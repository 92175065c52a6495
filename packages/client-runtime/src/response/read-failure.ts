import { createApiError } from '../errors/create-api-error.ts';
import type { ApiError } from '../errors/api-error.ts';
import type { CallProgress } from '../errors/client-error.ts';
import { parseExact } from '../exact-json.ts';
import type { Int64Form } from '../int64.ts';
import { redact, redactHeaders } from '../redact.ts';

/**
 * Makes an error of an answer that is no success. Whatever its body is, even where it never ends well, the error tells
 * the status: parsed if it is JSON, else its text, `undefined` if it is empty.
 */
export async function readFailure(
  call: CallProgress,
  response: Response,
  int64: Int64Form | undefined,
  secrets: readonly string[],
): Promise<ApiError> {
  const { status, statusText } = response;
  const text = redact(await response.text().catch(() => ''), secrets);
  // What shows an error likes to show its headers.
  call.headers = redactHeaders(response.headers, secrets);
  return createApiError(call, { status, statusText, headers: call.headers }, parse(text, int64));
}

function parse(text: string, int64: Int64Form | undefined): unknown {
  try {
    return parseExact(text, int64).value;
  } catch {
    return text || undefined;
  }
}
