/**
 * Whether `text` is base64, padded and without line breaks.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-4
 * @see https://spec.openapis.org/registry/format/byte
 */
export function isByte(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}
