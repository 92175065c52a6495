/**
 * Reads `Retry-After`, in ms from now: seconds, or a date, which is held against the server's own `Date` where it gives
 * one, as clocks differ.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  // Of several, which come as one text, this reads the first.
  const seconds = parseFloat(value);
  if (seconds >= 0) return seconds * 1000;
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const delay = Date.parse(value) - now;
  return Number.isNaN(delay) ? undefined : Math.max(0, delay);
}
