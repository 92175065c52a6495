import { isExactInteger, isInt64, refuse } from '@apipin/compat-runtime';
import type { Int64, PartialRule } from '@apipin/compat-runtime';

/**
 * The id of a template, a required string in v3, became an optional int64.
 *
 * Nothing is lost either way: v3's empty string stands for the absent id, and any other string has to be an int64 as
 * JSON would write it, so that the same string comes back.
 */
export const typeMappedTemplateId: PartialRule<string, Int64 | undefined> = {
  class: 'partial',
  upgrade(text) {
    if (typeof text !== 'string') return text;
    if (text === '') return undefined;
    return (
      parseInt64(text) ??
      refuse('2026-03 holds it as int64; correct the template mapping it comes from')
    );
  },
  downgrade(id) {
    if (id === undefined) return '';
    return isExactInteger(id) ? id.toString() : id;
  },
};

/** The integer that `text` is the canonical form of. */
function parseInt64(text: string): Int64 | undefined {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(text)) return undefined;
  const integer = BigInt(text);
  if (!isInt64(integer)) return undefined;
  const rounded = Number(integer);
  return Number.isSafeInteger(rounded) ? rounded : integer;
}
