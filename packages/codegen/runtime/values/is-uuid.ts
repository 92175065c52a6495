/**
 * Whether `text` is a UUID, of any version and variant.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4122#section-3
 */
export function isUuid(text: string): boolean {
  return /^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/i.test(text);
}
