/**
 * Whether `text` is a URI template, such as `/users/{id}{?fields*}`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6570#section-2, with https://www.rfc-editor.org/errata/eid6937
 */
export function isUriTemplate(text: string): boolean {
  // Linear, as the search for an expression gets no further than to the next brace and goes on from there.
  const literals = text.replace(
    /\{[+#./;?&=,!@|]?[\w%]+(?:\.[\w%]+)*(?::[1-9]\d{0,3}|\*)?(?:,[\w%]+(?:\.[\w%]+)*(?::[1-9]\d{0,3}|\*)?)*\}/g,
    '/',
  );
  return (
    !/%(?![\dA-F]{2})/i.test(text) &&
    /^[^ "<>\\^`{|}\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFF0-\uFFFF\u{E0000}-\u{E0FFF}]*$/u.test(
      literals,
    )
  );
}
