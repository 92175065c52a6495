import type { OperationCall } from './client-error.ts';
import { ConnectionError } from './connection-error.ts';
import { redact, redactError } from './redact.ts';
import { ResponseParseError } from './response-parse-error.ts';

/**
 * Reads the body of a successful response: `undefined` if there is none, else what `parseAs` says.
 *
 * @throws ConnectionError if the body is cut short
 * @throws ResponseParseError if it should be JSON and is not
 */
export async function readBody(
  call: OperationCall,
  response: Response,
  parseAs: 'json' | 'text' | 'blob',
  secrets: readonly string[],
): Promise<unknown> {
  if (response.status === 204 || response.status === 205) return undefined;
  let body;
  try {
    body = await (parseAs === 'blob' ? response.blob() : response.text());
  } catch (error) {
    throw new ConnectionError(call, redactError(error, secrets));
  }
  if (parseAs !== 'json' || typeof body !== 'string') return body;
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    // Not the parser's own error, which quotes some of the text before it is redacted.
    throw new ResponseParseError(call, response, redact(body, secrets));
  }
}
