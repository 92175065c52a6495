import type { CallProgress } from '../errors/client-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { parseExact, type ExactJson } from '../exact-json.ts';
import type { Int64Form } from '../int64.ts';
import type { OperationSpec } from '../operation-spec.ts';
import { redact, redactError } from '../redact.ts';
import { ResponseParseError } from '../errors/response-parse-error.ts';

/**
 * Reads the body of a successful response, which is JSON unless `parseAs` says otherwise; where there is none, nothing is said
 * of it.
 *
 * @throws ConnectionError if the body is cut short
 * @throws ResponseParseError if it should be JSON and is not
 */
export async function readBody(
  call: CallProgress,
  response: Response,
  { parseAs }: OperationSpec,
  int64: Int64Form | undefined,
  secrets: readonly string[],
): Promise<Partial<ExactJson>> {
  if (response.status === 204 || response.status === 205) return {};
  let body;
  try {
    body = await (parseAs === 'blob' ? response.blob() : response.text());
  } catch (error) {
    throw new ConnectionError(call, redactError(error, secrets));
  }
  if (parseAs !== undefined || typeof body !== 'string') return { exact: body, value: body };
  if (body === '') return {};
  try {
    return parseExact(body, int64);
  } catch {
    // Not the parser's own error, which quotes some of the text before it is redacted.
    throw new ResponseParseError(call, response, redact(body, secrets));
  }
}
