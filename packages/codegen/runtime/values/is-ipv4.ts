/**
 * Whether `text` is an IPv4 address, such as `192.0.2.1`. Leading zeros, which the grammar does not rule
 * out, are refused, as there is software that takes such numbers for octal ones.
 *
 * @see `dotted-quad` of https://www.rfc-editor.org/rfc/rfc2673#section-3.2
 * @see https://www.rfc-editor.org/rfc/rfc6943#section-3.1.1
 */
export function isIpv4(text: string): boolean {
  const numbers = text.split('.');
  return (
    numbers.length === 4 &&
    numbers.every((number) => /^(?:0|[1-9]\d{0,2})$/.test(number) && Number(number) <= 255)
  );
}
