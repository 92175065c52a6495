/**
 * Whether `text` is a regular expression, taken as Unicode code points.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
 * @see https://tc39.es/ecma262/#sec-patterns
 */
export function isRegex(text: string): boolean {
  try {
    // Compiles the expression and never runs it.
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
