/**
 * Whether a document refers to other documents: it may then mean something else although none of its own bytes changed.
 *
 * The text is not parsed for that. What only looks like such a reference costs no more than a comparison.
 */
export function refersElsewhere(text: string): boolean {
  return /\$ref['"]?\s*:\s*['"]?[^#'"\s]/.test(text);
}
