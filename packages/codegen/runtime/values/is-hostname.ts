import { isALabel } from './is-a-label.js';

/**
 * Whether `text` is the name of a host, such as `www.example.com`. Neither an IPv4 address is one, nor is a name with a
 * label that starts with `xn--` without being the Punycode of anything.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1123#section-2.1
 * @see https://www.rfc-editor.org/rfc/rfc5891#section-4.4
 */
export function isHostname(text: string): boolean {
  // Of the 255 octets that RFC 1035 allows in section 2.3.4, two are not in the text.
  if (text.length > 253 || /^\d+(?:\.\d+){3}$/.test(text)) return false;
  return text.split('.').every(isHostnameLabel);
}

function isHostnameLabel(label: string): boolean {
  return (
    /^[A-Z\d](?:[A-Z\d-]{0,61}[A-Z\d])?$/i.test(label) && (!/^xn--/i.test(label) || isALabel(label))
  );
}
