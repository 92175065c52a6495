import { isJsonPointer } from './is-json-pointer.js';

/**
 * Whether `text` is a relative JSON pointer, such as `1/name`, `0#` or `2+1/name`.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-bhutton-relative-json-pointer-00#section-3
 */
export function isRelativeJsonPointer(text: string): boolean {
  const [origin] = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/.exec(text) ?? [];
  if (origin === undefined) return false;
  const rest = text.slice(origin.length);
  return rest === '#' || isJsonPointer(rest);
}
