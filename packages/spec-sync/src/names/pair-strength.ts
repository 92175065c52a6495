import type { Part, PinnedPart } from './part.ts';
import type { Places } from './part-places.ts';

/** How much speaks for a part being a pinned one. */
export interface Strength {
  /** What speaks for it; the smaller, the more. */
  readonly level: number;
  /** How strongly that does, within the level; the smaller, the more. */
  readonly rank: number;
  /** The last thing to tell twins apart; the smaller, the more. */
  readonly name: number;
}

/** Orders the strongest first. */
export function compareStrength(a: Strength, b: Strength): number {
  return a.level - b.level || a.rank - b.rank || a.name - b.name;
}

/** What may speak for a pair, the most telling first. */
const LEVELS = {
  sameDigestInPlace: 0,
  sameShapeInPlace: 1,
  everyPlace: 2,
  onlyOneOfDigest: 3,
  onlyOneOfShape: 4,
  sameNameInPlace: 5,
  sameDigestAndName: 6,
  sameShapeAndName: 7,
  oneOfDigest: 8,
  sameName: 9,
} as const;

/** Names that went come after those in use. */
const RETIRED = 10;

/** Whether the pair would be nothing without the name. */
export function needsName({ level }: Strength): boolean {
  return level % RETIRED >= LEVELS.sameNameInPlace;
}

/** Whether it might as well be another pair. */
export function isByChance({ level }: Strength): boolean {
  return level === LEVELS.oneOfDigest;
}

/** Whether there is nothing but the name in common. */
export function isByNameAlone({ level }: Strength): boolean {
  return level % RETIRED === LEVELS.sameName;
}

/**
 * How much speaks for `found` being `pinned`; `undefined` where that is too little.
 *
 * @param isOnlyOne - Whether nothing uses either, and each is the only one of its structure.
 */
export function strengthOf(
  pinned: PinnedPart,
  found: Part,
  places: Places,
  isOnlyOne: boolean,
): Strength | undefined {
  const placesFound = places.of(found);
  const shared = [...places.of(pinned)].filter((place) => placesFound.has(place));
  const own = shared.filter((place) => places.holders.get(place)?.length === 1);
  const name = nameLikeness(pinned, found);
  const level =
    shared.length > 0
      ? levelInPlace(pinned, found, name > 0, places)
      : levelElsewhere(pinned, found, name > 0, isOnlyOne);
  if (level === undefined) return undefined;
  const late = pinned.isRetired ? RETIRED : 0;
  return { level: late + level, rank: -(own.length * 10 + shared.length), name: -name };
}

function levelInPlace(
  pinned: PinnedPart,
  found: Part,
  isNamesake: boolean,
  places: Places,
): number | undefined {
  if (pinned.digest === found.digest) return LEVELS.sameDigestInPlace;
  if (isAlike(pinned, found)) return LEVELS.sameShapeInPlace;
  if (!pinned.isRetired && takesEveryPlace(pinned, found, places)) return LEVELS.everyPlace;
  return isNamesake ? LEVELS.sameNameInPlace : undefined;
}

function levelElsewhere(
  pinned: PinnedPart,
  found: Part,
  isNamesake: boolean,
  isOnlyOne: boolean,
): number | undefined {
  const isSame = pinned.digest === found.digest;
  if (!isAlike(pinned, found)) return isNamesake ? LEVELS.sameName : undefined;
  if (isOnlyOne) return isSame ? LEVELS.onlyOneOfDigest : LEVELS.onlyOneOfShape;
  if (isNamesake) return isSame ? LEVELS.sameDigestAndName : LEVELS.sameShapeAndName;
  const isUnused = pinned.uses.length === 0 && found.uses.length === 0;
  return isSame && isUnused && !pinned.isRetired ? LEVELS.oneOfDigest : undefined;
}

function isAlike({ digest, shape }: Part, found: Part): boolean {
  return digest === found.digest || (shape !== undefined && shape === found.shape);
}

function nameLikeness({ name, upstream }: PinnedPart, found: Part): 0 | 1 | 2 {
  if (found.name === (upstream ?? name)) return 2;
  return found.name === name ? 1 : 0;
}

/** A place that several parts share, such as a union, says too little by itself; one that is gone says nothing. */
function takesEveryPlace(pinned: PinnedPart, found: Part, places: Places): boolean {
  const held = [...places.of(pinned)].flatMap((place) => {
    const holders = places.holders.get(place);
    return holders === undefined ? [] : [holders];
  });
  return (
    held.every((holders) => holders.includes(found)) && held.some((holders) => holders.length === 1)
  );
}
