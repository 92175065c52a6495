/**
 * Puts a reference token in front of a JSON pointer: `prependToken('a/b', '/0')` is `/a~1b/0`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-3
 */
export function prependToken(token: string | number, pointer: string): string {
  const escaped = String(token).replaceAll('~', '~0').replaceAll('/', '~1');
  return `/${escaped}${pointer}`;
}

/**
 * The reference tokens of a JSON pointer: `['a/b', '0']` for `/a~1b/0`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-4
 */
export function tokensOf(pointer: string): string[] {
  const tokens = pointer.split('/').slice(1);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
