import type { AnswerHead } from './errors/client-error.ts';

/** Shorter values are placeholders, whose letters occur in any text. */
const shortestSecret = 8;

/** Replaces every secret in a text that somebody else wrote, also where it is percent-encoded. */
export function redact(text: string, secrets: readonly string[]): string {
  let redacted = text;
  for (const secret of secrets)
    for (const form of [secret, encodeURIComponent(secret)])
      if (form.length >= shortestSecret) redacted = redacted.replaceAll(form, '[redacted]');
  return redacted;
}

/**
 * Copies what is worth reading of an error, without its secrets: some `fetch` implementations put the URL into the message
 * or keep the whole request as a property, and most say `fetch failed` where the reason is further down.
 */
export function redactError(error: unknown, secrets: readonly string[], depth = 0): Error {
  const {
    cause,
    name = 'Error',
    message = error,
    code,
  } = Object(error) as Partial<Error & { code: unknown }>;
  // A chain of causes may be a circle.
  if (cause instanceof Error && depth < 9) return redactError(cause, secrets, depth + 1);
  const copy = new Error(redact(String(message || (code ?? name)), secrets));
  return Object.assign(copy, { name, ...(typeof code === 'string' && { code }) });
}

/** Copies all of a response but its body, without secrets: pages that show an error like to show the URL. */
export function redactHead(
  { status, statusText, headers }: AnswerHead,
  secrets: readonly string[],
): AnswerHead {
  return {
    status,
    statusText: redact(statusText, secrets),
    headers: new Headers([...headers].map(([name, value]) => [name, redact(value, secrets)])),
  };
}

/** The names of what `fetch` and its replacements reject with when the network is to blame. */
const transportFailure = /^(Abort|Fetch|Network|Timeout|Type)?Error$/;

/** Whether there was no answer; else a custom `fetch` has thrown of its own, such as a refusal to map the request. */
export function isTransportFailure(error: unknown): boolean {
  return !(error instanceof Error) || transportFailure.test(error.name);
}
