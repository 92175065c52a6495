/**
 * Whether `text` is an IPv4 address, such as `192.0.2.1`. Leading zeros are refused, as there is software that takes
 * them for octal.
 *
 * @see `IPv4address` of https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2
 */
export function isIpv4(text: string): boolean {
  const numbers = text.split('.');
  return (
    numbers.length === 4 &&
    numbers.every((number) => /^(?:0|[1-9]\d{0,2})$/.test(number) && Number(number) <= 255)
  );
}
