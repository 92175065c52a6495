import { findPairs, type Pair } from './find-pairs.ts';
import { compareStrength, isByChance, isByNameAlone, needsName } from './pair-strength.ts';
import type { Part, PinnedPart } from './part.ts';

/**
 * Finds out which part is which, by structure and use first and by name last.
 *
 * Those that are certain come first. They make others certain: what is used by a part that has been recognised is used in
 * a known place. Of parts that nothing tells apart, any may be either.
 */
export function matchParts(
  pinned: readonly PinnedPart[],
  found: readonly Part[],
): Map<Part, PinnedPart> {
  const matches = new Map<Part, PinnedPart>();
  for (;;) {
    const next = nextMatches(findPairs(pinned, found, matches));
    if (next.length === 0) return matches;
    for (const pair of next) matches.set(pair.found, pair.pinned);
  }
}

/** What is to be believed next; everything weaker may look different after that. */
function nextMatches(pairs: readonly Pair[]): readonly Pair[] {
  const telling = pairs.filter((pair) => !isByNameAlone(pair) && !isByChance(pair));
  const stages = [
    () => certainPairs(telling.filter((pair) => !needsName(pair)).map(withoutName)),
    () => certainPairs(telling),
    () => interchangeablePair(telling),
    () => certainPairs(pairs.filter(isByChance)),
    () => certainPairs(pairs),
  ];
  for (const stage of stages) {
    const next = stage();
    if (next.length > 0) return next;
  }
  return [];
}

function withoutName(pair: Pair): Pair {
  return { ...pair, name: 0 };
}

/** The pairs of which neither part has another one for which as much speaks; of those, the strongest. */
function certainPairs(pairs: readonly Pair[]): readonly Pair[] {
  const certain = pairsWithBest(pairs, (rival, pair) => compareStrength(rival, pair) > 0);
  return certain.filter(({ level }) => level === certain[0]?.level);
}

/** Parts that are the same to the last reference: whichever is chosen, the other one is just like it. */
function interchangeablePair(pairs: readonly Pair[]): readonly Pair[] {
  const best = pairsWithBest(pairs, (rival, pair) => compareStrength(rival, pair) >= 0);
  return best.filter(({ pinned, found }) => pinned.digest === found.digest).slice(0, 1);
}

/** The pairs that stand up to every other pair of either part. */
function pairsWithBest(
  pairs: readonly Pair[],
  standsUpTo: (rival: Pair, pair: Pair) => boolean,
): Pair[] {
  const ofPinned = Map.groupBy(pairs, ({ pinned }) => pinned);
  const ofFound = Map.groupBy(pairs, ({ found }) => found);
  return pairs.filter((pair) =>
    [ofPinned.get(pair.pinned), ofFound.get(pair.found)].every((rivals = []) =>
      rivals.every((rival) => rival === pair || standsUpTo(rival, pair)),
    ),
  );
}
