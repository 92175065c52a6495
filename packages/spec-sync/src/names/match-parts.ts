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
  const isBest = judgeRivals(pairs);
  const certain = pairs.filter((pair) => isBest(pair) === 'for both');
  return certain.filter(({ level }) => level === certain[0]?.level);
}

/** Parts that are the same to the last reference: whichever is chosen, the other one is much like it. */
function interchangeablePair(pairs: readonly Pair[]): readonly Pair[] {
  const isBest = judgeRivals(pairs);
  const twins = pairs.filter(({ pinned, found }) => pinned.digest === found.digest);
  const pair =
    twins.find((each) => isBest(each) === 'for one') ??
    twins.find((each) => isBest(each) === 'among others');
  return pair === undefined ? [] : [pair];
}

/** Whether no pair of either part is stronger, and for how many of the two parts no other one is as strong. */
type Best = 'for both' | 'for one' | 'among others' | undefined;

/** @param pairs - The strongest first. */
function judgeRivals(pairs: readonly Pair[]): (pair: Pair) => Best {
  const ofPinned = Map.groupBy(pairs, ({ pinned }) => pinned);
  const ofFound = Map.groupBy(pairs, ({ found }) => found);
  return (pair) => {
    const rivals = [ofPinned.get(pair.pinned) ?? [], ofFound.get(pair.found) ?? []];
    if (rivals.some(([first = pair]) => compareStrength(first, pair) < 0)) return undefined;
    const isAlone = ([, second]: readonly Pair[]): boolean =>
      second === undefined || compareStrength(pair, second) < 0;
    if (rivals.every(isAlone)) return 'for both';
    return rivals.some(isAlone) ? 'for one' : 'among others';
  };
}
