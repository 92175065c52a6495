/**
 * JSON Pointer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */

/** The pointer to `token` below `pointer`. */
export function childPointer(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The reference tokens of `pointer`, unescaped; none for the root. */
export function pointerTokens(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
