/**
 * Whether `label` is a label of an internationalized domain name, such as `münchen`: beyond ASCII, in normal form, and
 * only of characters that are allowed where they stand.
 *
 * JavaScript does not know every property of Unicode that the rules use. Hence three of them are looser here: the
 * writing directions of RFC 5893 are not checked, as to length only that the label can fit into an A-label, and a
 * non-joiner may stand between any two letters of a script that joins them. Unassigned are the characters that the
 * engine does not know.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5891#section-4.2
 */
export function isULabel(label: string): boolean {
  // An A-label has 59 characters to spend, at least one for each here. This comes first, as normalizing takes quadratic
  // time where marks pile up.
  if (label.length > 2 * 59 || [...label].length > 59) return false;
  return (
    /\P{ASCII}/u.test(label) &&
    label === label.normalize('NFC') &&
    !/^-|-$|^..--|^\p{M}/u.test(label) &&
    U_LABEL_CHARACTERS.test(label) &&
    U_LABEL_MISPLACED.every((misplaced) => !misplaced.test(label)) &&
    [...label.matchAll(/\p{Join_Control}/gu)].every(({ 0: joiner, index }) =>
      isULabelJoiner(label.slice(0, index), joiner, label.slice(index + 1)),
    )
  );
}

/**
 * Everything but DISALLOWED and UNASSIGNED: the exceptions, then letters, digits and marks less what is excepted, old
 * Hangul, marks for symbols and music, and what case folding or compatibility would change.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5892#section-3
 */
const U_LABEL_CHARACTERS =
  /^(?:[\u00B7\u00DF\u0375\u03C2\u05F3\u05F4\u06FD\u06FE\u0F0B\u3007\u30FB\p{Join_Control}]|(?![\u302E\u302F\u20D0-\u20FF\u0640\u07FA\u3031-\u3035\u303B\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF\u{1D100}-\u{1D24F}]|\p{Changes_When_NFKC_Casefolded})[-\p{L}\p{Nd}\p{Mn}\p{Mc}])+$/u;

/** Against the rules of https://www.rfc-editor.org/rfc/rfc5892#appendix-A, from A.3 on. */
const U_LABEL_MISPLACED: readonly RegExp[] = [
  // A middle dot outside of `l·l`.
  /(?<!l)\u00B7|\u00B7(?!l)/u,
  // A keraia before what is not Greek, a geresh or gershayim after what is not Hebrew.
  /\u0375(?!\p{Script=Greek})|(?<!\p{Script=Hebrew})[\u05F3\u05F4]/u,
  // A katakana middle dot among neither kana nor Han.
  /^(?!.*[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]).*\u30FB/u,
  // Digits of the two Arabic sets.
  /[\u0660-\u0669].*[\u06F0-\u06F9]|[\u06F0-\u06F9].*[\u0660-\u0669]/u,
];

/** Whether a joiner or non-joiner may stand here, by appendices A.1 and A.2. */
function isULabelJoiner(before: string, joiner: string, after: string): boolean {
  if (isULabelVirama([...before].pop() ?? '')) return true;
  return (
    joiner === '\u200C' &&
    /[\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Syriac}]\p{Mn}*$/u.test(
      before,
    ) &&
    /^\p{Mn}*[\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Syriac}]/u.test(after)
  );
}

/** Viramas are combining class 9, so that normalizing sorts them between the one of class 8 and the one of class 10. */
function isULabelVirama(character: string): boolean {
  const [lower, higher] = ['\u3099', '\u05B0'];
  return (
    ![lower, higher, ''].includes(character) &&
    (higher + character + lower).normalize('NFD') === lower + character + higher
  );
}
