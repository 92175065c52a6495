import { stringLiteral } from '../source-text.ts';

/** Stands in for names that openapi-typescript cannot be given, until its output is text. */
export interface MaskedNames {
  /** `name` itself, or a word that stands for it. */
  mask(name: string): string;
  /** `code` with all the names that `mask` was given. */
  unmask(code: string): string;
}

/**
 * openapi-typescript builds references of names, which it then takes apart again at slashes and hashes, decodes and
 * looks up in plain objects. These survive all that.
 */
const PLAIN = /^[\w$./{}+*:;=,@ -]+$/;

/**
 * Creates masks for the names of one document.
 *
 * @param text - All the text that names and masks will stand in, so that no mask is a part of it.
 */
export function createMaskedNames(text: string): MaskedNames {
  let word = 'masked';
  while (text.includes(word)) word += 'X';
  const masks = new Map<string, string>();
  const names: string[] = [];
  return {
    mask(name) {
      if (PLAIN.test(name) && !(name in Object.prototype)) return name;
      const mask = masks.get(name) ?? `${word}${names.length}`;
      if (!masks.has(name)) names.push(name);
      masks.set(name, mask);
      return mask;
    },
    unmask: (code) =>
      code.replace(new RegExp(`"?\\b${word}(\\d+)\\b"?`, 'g'), (mask, index: string) => {
        const name = names[Number(index)];
        return name === undefined ? mask : stringLiteral(name);
      }),
  };
}
