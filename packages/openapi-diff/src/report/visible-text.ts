/**
 * Text of a document without what would move, hide or reorder its surroundings: control characters and the
 * bidirectional overrides are spelt out, such as `U+202E`, and what is no Unicode becomes `U+FFFD`.
 *
 * @see https://trojansource.codes
 */
export function visibleText(text: string): string {
  return text.toWellFormed().replaceAll(INVISIBLE, spellOut);
}

/** Visible text on one line. */
export function visibleLine(text: string): string {
  return visibleText(text.replaceAll(/\s+/g, ' ').trim());
}

/** Control characters but tab and line feed; the separators of lines and paragraphs; bidirectional controls. */
const INVISIBLE = /[^\P{Cc}\t\n]|[\u2028-\u202e\u2066-\u2069]/gu;

function spellOut(character: string): string {
  return `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** At most `length` characters of `text`, and how many there are besides. */
export function shorten(text: string, length: number): string {
  const characters = text.length - length;
  return characters <= 0
    ? text
    : `${text.slice(0, length).toWellFormed()}… (${characters} more characters)`;
}
