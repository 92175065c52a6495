import { isIpv6 } from './is-ipv6.js';

/**
 * Whether `text` is a URI, such as `https://example.com/a?b#c`, or what stands for one relative to another, such as
 * `../a`.
 *
 * Each part is one run of characters, and none of them ends at a character of its own, so the expressions here do not
 * backtrack; whether each `%` starts an octet is looked at apart from them, for the same reason.
 *
 * @see `URI-reference` of https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
export function isUriReference(text: string): boolean {
  // From https://www.rfc-editor.org/rfc/rfc3986#appendix-B
  const [, scheme, authority, path = '', query = '', fragment = ''] =
    /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/.exec(text) ?? [];
  return (
    !/%(?![\dA-F]{2})/i.test(text) &&
    (scheme === undefined ? !path.startsWith(':') : /^[A-Z][A-Z\d+.-]*$/i.test(scheme)) &&
    (authority === undefined || isUriAuthority(authority)) &&
    /^[\w.~!$&'()*+,;=%:@/-]*$/.test(path) &&
    /^[\w.~!$&'()*+,;=%:@/?-]*$/.test(query + fragment)
  );
}

function isUriAuthority(text: string): boolean {
  const match = /^(?:[\w.~!$&'()*+,;=%:-]*@)?(?:\[([^\]]*)\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/.exec(
    text,
  );
  if (match === null) return false;
  const [, literal] = match;
  return (
    literal === undefined || isIpv6(literal) || /^V[\dA-F]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal)
  );
}
