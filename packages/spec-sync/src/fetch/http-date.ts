/**
 * Reads the date of a header field; `undefined` where it is none, or in one of the forms that are obsolete.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
 */
export function parseHttpDate(value: string | null): Date | undefined {
  const date = toValidDate(value ?? '');
  // `Date` understands much that is no date, and each time something else.
  return date?.toUTCString() === value ? date : undefined;
}

/**
 * The date of a header field for a `timestamp`; `undefined` where that is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function formatHttpDate(timestamp: string): string | undefined {
  const isTimestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(timestamp);
  return isTimestamp ? toValidDate(timestamp)?.toUTCString() : undefined;
}

function toValidDate(text: string): Date | undefined {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
