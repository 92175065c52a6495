/**
 * Writes a value that has no parts.
 *
 * @throws TypeError if it has some, or no form on the wire, such as null
 */
export function writePrimitive(value: unknown): string {
  if (value === null || /^(object|function|symbol)$/.test(typeof value) || isNotFinite(value))
    throw new TypeError(
      'expected a string, boolean or finite number, or one array or object of these',
    );
  return String(value);
}

function isNotFinite(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}
