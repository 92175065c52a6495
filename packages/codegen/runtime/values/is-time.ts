/**
 * Whether `text` is a time of day with its offset from UTC, such as `08:30:06.28-08:00`. The second may be 60 only
 * where UTC has its leap seconds, at 23:59; whether there was one on some day is not looked up.
 *
 * @see `full-time` of https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.7
 */
export function isTime(text: string): boolean {
  const match = TIME_PARTS.exec(text);
  if (match === null) return false;
  const [, hour, minute, second, sign, offsetHour = 0, offsetMinute = 0] = match;
  if (second !== '60') return true;
  const offset = Number(offsetHour) * 60 + Number(offsetMinute);
  const minutesInUtc = Number(hour) * 60 + Number(minute) + (sign === '-' ? offset : -offset);
  const minutesPerDay = 24 * 60;
  return (minutesInUtc + minutesPerDay) % minutesPerDay === minutesPerDay - 1;
}

const TIME_PARTS =
  /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;
