import { enumOf, string } from './shape.ts';
import type { Shape } from './shape.ts';

/** The values one API version knows for a property that the store keeps as any string. */
export interface Vocabulary {
  /** Reads a value from a request of this version. */
  readonly accept: Shape<string>;
  /** The value to show in a response of this version, whichever version stored it. */
  readonly show: (stored: string) => string;
}

/** Every string is a value. */
export const openVocabulary: Vocabulary = { accept: string, show: (stored) => stored };

/**
 * Only `values` are values; `standIn` is shown for any other that the store holds, as a response must not break the
 * version's own enum.
 */
export function closedVocabulary<const Value extends string>(
  values: readonly Value[],
  { standIn }: { readonly standIn: NoInfer<Value> },
): Vocabulary {
  const known = new Set<string>(values);
  return {
    accept: enumOf(values),
    show: (stored) => (known.has(stored) ? stored : standIn),
  };
}
