import { isUriReference } from './is-uri-reference.js';

/**
 * Whether `text` is an IRI, such as `https://münchen.example/straße`, or what stands for one relative to another: it is
 * if the URI that it maps to is one. All octets being alike to the grammar, the mapping here writes `%20` for every
 * character beyond ASCII.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3987#section-2.2
 * @see https://www.rfc-editor.org/rfc/rfc3987#section-3.1
 */
export function isIriReference(text: string): boolean {
  const uri = text
    // Characters for private use may stand in the query and nowhere else.
    .replace(
      /^([^?#]*\?)([^#]*)/,
      (_, path: string, query: string) => path + query.replace(/\p{Co}/gu, '%20'),
    )
    // The grammar's `ucschar`.
    .replace(
      /[^\p{ASCII}\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\uFFF0-\uFFFF\u{E0000}-\u{E0FFF}]/gu,
      '%20',
    );
  return isUriReference(uri);
}
