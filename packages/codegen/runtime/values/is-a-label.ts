import { isULabel } from './is-u-label.js';

/**
 * Whether a label of ASCII letters, digits and hyphens that starts with `xn--` is the Punycode of a label beyond ASCII,
 * as `xn--mnchen-3ya` is that of `münchen`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5890#section-2.3.2.1
 */
export function isALabel(label: string): boolean {
  if (label.length > 63) return false;
  const decoded = decodeALabel(label.slice('xn--'.length).toLowerCase());
  return decoded !== undefined && isULabel(decoded);
}

/** Terse, but with the names and steps of https://www.rfc-editor.org/rfc/rfc3492#section-6.2. */
function decodeALabel(input: string): string | undefined {
  const delimiter = Math.max(input.lastIndexOf('-'), 0);
  const output = input.slice(0, delimiter).split('');
  let position = delimiter === 0 ? 0 : delimiter + 1;
  let codePoint = 0x80;
  let bias = 72;
  for (let index = 0; position < input.length; index += 1) {
    const oldIndex = index;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = A_LABEL_DIGITS.indexOf(input[position] ?? '-');
      if (digit === -1) return undefined;
      position += 1;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const length = output.length + 1;
    bias = adaptALabelBias(index - oldIndex, length, oldIndex === 0);
    codePoint += Math.floor(index / length);
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return undefined;
    index %= length;
    output.splice(index, 0, String.fromCodePoint(codePoint));
  }
  return output.join('');
}

const A_LABEL_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** @see https://www.rfc-editor.org/rfc/rfc3492#section-6.1 */
function adaptALabelBias(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
