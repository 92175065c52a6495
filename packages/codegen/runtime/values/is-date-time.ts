import { isDate } from './is-date.js';
import { isTime } from './is-time.js';

/**
 * Whether `text` is a day and a time with its offset from UTC, such as `2026-03-31T08:30:06Z`.
 *
 * @see `date-time` of https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function isDateTime(text: string): boolean {
  return PLAIN_DATE_TIME.test(text) || isRareDateTime(text);
}

/** Days that every month has, and no leap seconds. */
const PLAIN_DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

function isRareDateTime(text: string): boolean {
  return isDate(text.slice(0, 10)) && /^T$/i.test(text.charAt(10)) && isTime(text.slice(11));
}
