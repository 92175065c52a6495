/** The bare items of structured fields that are written here. */
export type BareItem = string | number;

/**
 * Writes an item of a structured field, such as `narrow-colour;pointer="/a"`.
 *
 * A string becomes the plainest type that holds it: a Token, a String or a Display String. None of
 * them can hold a control character, so nothing in `value` or `parameters` ends the field.
 *
 * @param parameters - Their keys are lower-case names; a number is an integer.
 * @see https://www.rfc-editor.org/rfc/rfc9651#section-4.1.3
 */
export function structuredItem(
  value: BareItem,
  parameters: Readonly<Record<string, BareItem>> = {},
): string {
  const written = Object.entries(parameters).map(([key, item]) => `;${key}=${bareItem(item)}`);
  return bareItem(value) + written.join('');
}

function bareItem(value: BareItem): string {
  if (typeof value === 'number') return String(value);
  if (/^[A-Za-z*][\w!#$%&'*+.^`|~:/-]*$/.test(value)) return value;
  if (/^[\x20-\x7e]*$/.test(value)) return `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
  return displayString(value);
}

/** @see https://www.rfc-editor.org/rfc/rfc9651#section-4.1.11 */
function displayString(value: string): string {
  const bytes = Array.from(new TextEncoder().encode(value), (byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x25 || byte === 0x22
      ? `%${byte.toString(16).padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return `%"${bytes.join('')}"`;
}
