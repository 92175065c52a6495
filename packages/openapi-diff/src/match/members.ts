import type { Schema } from '@apipin/openapi-model';

/** Members of two lists that stand for each other, and those that stand alone. */
export interface MatchedMembers {
  readonly pairs: (readonly [old: Schema, current: Schema])[];
  readonly removed: Schema[];
  readonly added: Schema[];
}

/** One way to recognise a member of the older list in the newer one. */
export interface Likeness {
  /** What a member and its partner have in common; `undefined` for a member without a partner of this kind. */
  readonly keyOf: (member: Schema, side: 'old' | 'new') => string | undefined;
  /** Whether two members with one key are partners, where the key alone does not say so. */
  readonly isAlike?: (old: Schema, current: Schema) => boolean;
}

/**
 * Pairs the members of two lists whose order means nothing: by the first likeness that finds a partner, so that the
 * surest go first.
 */
export function matchMembers(
  olds: readonly Schema[],
  news: readonly Schema[],
  likenesses: readonly Likeness[],
): MatchedMembers {
  const pairs: (readonly [Schema, Schema])[] = [];
  const removed = new Set(olds);
  const added = new Set(news);
  for (const { keyOf, isAlike = () => true } of likenesses) {
    const candidates = Map.groupBy(added, (member) => keyOf(member, 'new'));
    for (const old of removed) {
      const key = keyOf(old, 'old');
      if (key === undefined) continue;
      const partner = candidates
        .get(key)
        ?.find((member) => added.has(member) && isAlike(old, member));
      if (partner === undefined) continue;
      pairs.push([old, partner]);
      removed.delete(old);
      added.delete(partner);
    }
  }
  return { pairs, removed: [...removed], added: [...added] };
}
