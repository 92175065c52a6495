import type { Part, PinnedPart } from './part.ts';

/** A part that nothing uses, and that may be a pinned one that nothing uses. */
export interface UnusedTwin {
  readonly part: Part;
  /** Whether neither side has another one of the same structure. */
  readonly isOnlyOne: boolean;
}

/**
 * Pairs the parts that nothing uses, so that structure alone can tell them apart. Of those that are the same to the last
 * reference, the first may be the first, and so on; where the references differ, each has to be the only one of its shape.
 */
export function pairUnused(
  pinned: readonly PinnedPart[],
  found: readonly Part[],
): Map<PinnedPart, UnusedTwin> {
  const wanted = pinned.filter(({ uses, isRetired }) => uses.length === 0 && !isRetired);
  const open = found.filter(({ uses }) => uses.length === 0);
  return new Map([...pairBy(shapeOf, wanted, open, 1), ...pairBy(digestOf, wanted, open)]);
}

function digestOf({ section, digest }: Part): string {
  return `${section} ${digest}`;
}

function shapeOf({ section, shape }: Part): string {
  return `${section} ${shape}`;
}

/** @param most - How many there may be of one kind. */
function pairBy(
  kindOf: (part: Part) => string,
  pinned: readonly PinnedPart[],
  found: readonly Part[],
  most = Number.POSITIVE_INFINITY,
): [PinnedPart, UnusedTwin][] {
  const ofKind = Map.groupBy(found, kindOf);
  return [...Map.groupBy(pinned, kindOf)].flatMap(([kind, wanted]) => {
    const open = ofKind.get(kind) ?? [];
    if (Math.max(wanted.length, open.length) > most) return [];
    const isOnlyOne = wanted.length === 1 && open.length === 1;
    return wanted.flatMap((each, turn): [PinnedPart, UnusedTwin][] => {
      const part = open[turn];
      return part === undefined ? [] : [[each, { part, isOnlyOne }]];
    });
  });
}
