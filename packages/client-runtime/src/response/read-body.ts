import type { CallProgress } from '../errors/client-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { createApiError } from '../errors/create-api-error.ts';
import { ResponseParseError } from '../errors/response-parse-error.ts';
import { parseExact, stringifyExact, type ExactJson } from '../exact-json.ts';
import type { Int64Form } from '../int64.ts';
import type { OperationSpec } from '../operation-spec.ts';
import { redact } from '../redact.ts';

/**
 * Reads the body of a response, which is JSON unless the operation says otherwise; where there is none, nothing is said of
 * it.
 *
 * @throws ApiError if it is no success, whatever the body is, even where it never ends well
 * @throws ConnectionError if the body of a success is cut short
 * @throws ResponseParseError if it should be JSON and is not
 */
export async function readBody(
  call: CallProgress,
  response: Response,
  { read, optionalBody }: OperationSpec,
  int64: Int64Form | undefined,
  secrets: readonly string[],
): Promise<Partial<ExactJson>> {
  if (response.ok) {
    const value = await (read ?? readText)(response).catch((error: unknown) => {
      throw new ConnectionError(call, error, secrets);
    });
    if (read) return { exact: value, value };
    // Not the parser's own error, which quotes some of the text before it is redacted.
    const isEmpty = value === '' && (response.status > 203 || optionalBody);
    const json = isEmpty ? {} : attempt(() => parseExact(value as string, int64));
    if (!json) throw new ResponseParseError(call, call.head!(), redact(value as string, secrets));
    return json;
  }
  const sent = await readText(response).catch(() => '');
  // Written anew, as some servers escape more than they must, such as a `=`.
  const text = redact(attempt(() => stringifyExact(parseExact(sent).exact)) ?? sent, secrets);
  const body = (attempt(() => parseExact(text, int64)) ?? { value: text || undefined }).value;
  throw createApiError(call, call.head!(), body);
}

/** Reads a body that is a text. */
export function readText(response: Response): Promise<string> {
  return response.text();
}

/** Reads a body that is neither JSON nor a text. */
export function readBlob(response: Response): Promise<Blob> {
  return response.blob();
}

/** What `run` gives, `undefined` if it throws, as a body may be anything, such as too deep to be written. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
