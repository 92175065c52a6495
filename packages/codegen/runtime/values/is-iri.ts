import { isIriReference } from './is-iri-reference.js';

/**
 * Whether `text` is an IRI, such as `https://münchen.example/straße`; a fragment is allowed.
 *
 * @see `IRI` of https://www.rfc-editor.org/rfc/rfc3987#section-2.2
 */
export function isIri(text: string): boolean {
  return /^[A-Z][A-Z\d+.-]*:/i.test(text) && isIriReference(text);
}
