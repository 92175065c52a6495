/**
 * Whether `text` is a JSON pointer, such as `/paths/~1users/get`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-3
 */
export function isJsonPointer(text: string): boolean {
  return (text === '' || text.startsWith('/')) && !/~(?![01])/.test(text);
}
