/**
 * Whether `text` is a day of the calendar, such as `2026-03-31`.
 *
 * @see `full-date` of https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  // JavaScript refuses a day that its month does not have, or takes it for one of the next month.
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
