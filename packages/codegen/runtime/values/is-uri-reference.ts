import { isIpv6 } from './is-ipv6.js';

/**
 * Whether `text` is a URI, such as `https://example.com/a?b#c`, or what stands for one relative to another, such as
 * `../a`.
 *
 * The expressions are linear: what ends a run of characters is never part of the run. To keep them so, percent signs
 * are looked at on their own.
 *
 * @see `URI-reference` of https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
export function isUriReference(text: string): boolean {
  const [, scheme, authority, path = '', query = '', fragment = ''] = URI_PARTS.exec(text) ?? [];
  return (
    !/%(?![\dA-F]{2})/i.test(text) &&
    // Where there is no scheme, a colon in the first segment would make one of what precedes it.
    (scheme === undefined ? !path.startsWith(':') : /^[A-Z][A-Z\d+.-]*$/i.test(scheme)) &&
    (authority === undefined || isUriAuthority(authority)) &&
    /^[\w.~!$&'()*+,;=%:@/-]*$/.test(path) &&
    /^[\w.~!$&'()*+,;=%:@/?-]*$/.test(query + fragment)
  );
}

/** From https://www.rfc-editor.org/rfc/rfc3986#appendix-B. */
const URI_PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/;

function isUriAuthority(text: string): boolean {
  const match = URI_AUTHORITY_PARTS.exec(text);
  if (match === null) return false;
  const [, literal] = match;
  return (
    literal === undefined || isIpv6(literal) || /^V[\dA-F]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal)
  );
}

/** The first group is what stands in brackets. */
const URI_AUTHORITY_PARTS =
  /^(?:[\w.~!$&'()*+,;=%:-]*@)?(?:\[([^\]]*)\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/;
