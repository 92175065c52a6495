import { isIpv4 } from './is-ipv4.js';

/**
 * Whether `text` is an IPv6 address in one of the three forms, without a zone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2
 */
export function isIpv6(text: string): boolean {
  const last = text.slice(text.lastIndexOf(':') + 1);
  const [head = '', tail, ...more] = (
    isIpv4(last) ? `${text.slice(0, -last.length)}0:0` : text
  ).split('::');
  const groups = [head, tail ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  return (
    more.length === 0 &&
    (tail === undefined ? groups.length === 8 : groups.length < 8) &&
    groups.every((group) => /^[\dA-F]{1,4}$/i.test(group))
  );
}
