import { shorten, visibleLine } from './visible-text.ts';

/** A cell of a table has to stay readable whatever a document says. */
const MAX_LENGTH = 300;

/** Text of a document as inline Markdown that shows it and does nothing else: no markup, link, mention or HTML. */
export function markdownText(text: string): string {
  return shorten(visibleLine(text), MAX_LENGTH).replaceAll(ACTIVE, (character) => {
    if (/[`*_{}[\]~!]/.test(character)) return `\\${character}`;
    // GitHub looks for mentions and issues in the finished page, where an entity is its character again.
    return /[@#]/.test(character) ? `${entity(character)}&#8203;` : entity(character);
  });
}

/** What has a meaning in Markdown within a line, also what makes a link of `https://` and `www.`. */
const ACTIVE = /[\\`*_{}[\]<>&|$~!@#]|:(?=\/)|(?<=www)\./giu;

/** Text of a document as a Markdown code span. */
export function markdownCode(text: string): string {
  const line = shorten(visibleLine(text), MAX_LENGTH);
  if (line === '') return '';
  // Tables are split at `|` before code spans are read, and parsers differ on a backslash before it.
  if (!/[`|\\]/.test(line)) return `\`${line}\``;
  return `<code>${line.replaceAll(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
