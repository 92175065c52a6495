/** Shorter values are placeholders, whose letters occur in any text. */
const shortestSecret = 8;

/** Replaces every secret in a text that somebody else wrote, also where it is percent-encoded. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((redacted, secret) => redacted.replaceAll(secret, '[redacted]'), text);
}

/**
 * Copies what is worth reading of an error, without its secrets: some `fetch` implementations put
 * the URL into the message or keep the whole request as a property.
 */
export function redactError(error: unknown, secrets: readonly string[], depth = 0): Error {
  if (!(error instanceof Error)) return new Error(redact(String(error), secrets));
  const { name, message, stack, cause, code } = error as Error & { readonly code?: unknown };
  const copy = new Error(redact(message || String(code ?? name), secrets));
  copy.name = name;
  if (stack !== undefined) copy.stack = redact(stack, secrets);
  // A chain of causes may be a circle.
  if (cause !== undefined && depth < 5) copy.cause = redactError(cause, secrets, depth + 1);
  return typeof code === 'string' ? Object.assign(copy, { code }) : copy;
}

/** Copies a response, body read, without secrets: pages that show an error like to show the URL. */
export async function redactResponse(
  response: Response,
  secrets: readonly string[],
): Promise<Response> {
  const { status, statusText } = response;
  // A body that is cut short must not hide the status.
  const text = await response.text().catch(() => '');
  const headers = Array.from(response.headers, ([name, value]): [string, string] => [
    name,
    redact(value, secrets),
  ]);
  return new Response(redact(text, secrets) || null, { status, statusText, headers });
}
