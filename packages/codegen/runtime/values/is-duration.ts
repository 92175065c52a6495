/**
 * Whether `text` is a duration, such as `P1Y2M3DT4H5M6S` or `P2W`: whole numbers only, at least one, and no unit left
 * out between two others, so that `P1Y2D` is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#appendix-A, where letters have no case: RFC 5234, section 2.3
 */
export function isDuration(text: string): boolean {
  return /^P(?:\d+W|(?!$|\d+Y\d+D)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?!$|\d+H\d+S)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/i.test(
    text,
  );
}
