/**
 * A URL as it can be shown: the values in its query, which can be addresses and phone numbers, are `REDACTED`, as
 * OpenTelemetry spells it. User, password and fragment are left out.
 *
 * @param url - An absolute URL.
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/url/
 */
export function hideQueryValues(url: string): string {
  const { origin, pathname, searchParams } = new URL(url);
  const query = Array.from(searchParams.keys(), (name) => `${encodeURIComponent(name)}=REDACTED`);
  return origin + pathname + (query.length > 0 ? `?${query.join('&')}` : '');
}
