const MAX_LENGTH = 120;

/**
 * Text of strangers on one line of a terminal: without what moves the cursor, changes colours or the direction of
 * writing, or takes more room than it is worth.
 */
export function printable(text: string): string {
  const visible = text.slice(0, MAX_LENGTH + 1).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  return visible.length <= MAX_LENGTH ? visible : `${visible.slice(0, MAX_LENGTH)}…`;
}

/** JSON that is as safe to look at: it escapes what `JSON.stringify` leaves as it is. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, (_, member: unknown) => member ?? null, 2);
  return json.replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
