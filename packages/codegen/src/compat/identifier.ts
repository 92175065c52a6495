import { capitalise } from '../names.ts';

/** Longer names help nobody. */
const LONGEST = 120;

/** The words of `text` as the later part of an identifier, such as `MySchema` for `my-schema`. */
export function identifierOf(text: string): string {
  const words = text.split(/[^\w$]+/).filter((word) => word !== '');
  return words.map(capitalise).join('').slice(0, LONGEST) || 'Unnamed';
}
