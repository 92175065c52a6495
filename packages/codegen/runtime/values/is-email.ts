import { isIpv4 } from './is-ipv4.js';
import { isIpv6 } from './is-ipv6.js';

/**
 * Whether `text` is an email address, such as `jane.doe@example.com` or `"jane doe"@[192.0.2.1]`: what the grammar
 * says, which does not limit lengths. In brackets there may be what `isIpv4` and `isIpv6` accept; addresses of other
 * kinds are not registered.
 *
 * @see `Mailbox` of https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2
 */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at !== -1 && isEmailLocalPart(text.slice(0, at)) && isEmailDomain(text.slice(at + 1));
}

function isEmailLocalPart(text: string): boolean {
  return (
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(text) ||
    /^"(?:[ !#-[\]-~]|\\[ -~])*"$/.test(text)
  );
}

function isEmailDomain(text: string): boolean {
  const [, ipv6, ipv4] = /^\[(?:IPv6:(.*)|(.*))\]$/i.exec(text) ?? [];
  if (ipv6 !== undefined) return isIpv6(ipv6);
  if (ipv4 !== undefined) return isIpv4(ipv4);
  return text.split('.').every((label) => /^[A-Z\d](?:[A-Z\d-]*[A-Z\d])?$/i.test(label));
}
