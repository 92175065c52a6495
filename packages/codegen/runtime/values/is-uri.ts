import { isUriReference } from './is-uri-reference.js';

/**
 * Whether `text` is a URI, such as `https://example.com/a?b#c`; a fragment is allowed.
 *
 * @see `URI` of https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
export function isUri(text: string): boolean {
  return /^[A-Z][A-Z\d+.-]*:/i.test(text) && isUriReference(text);
}
