import { compareCodeUnits } from '@apipin/openapi-model';
import { compareStrength, strengthOf, type Strength } from './pair-strength.ts';
import { readPlaces, type Places } from './part-places.ts';
import { pairUnused } from './pair-unused.ts';
import type { Part, PinnedPart } from './part.ts';

/** A pinned part and one that may be it. */
export interface Pair extends Strength {
  readonly pinned: PinnedPart;
  readonly found: Part;
}

/** All that may still be matched, the strongest first. */
export function findPairs(
  pinned: readonly PinnedPart[],
  found: readonly Part[],
  matches: ReadonlyMap<Part, PinnedPart>,
): Pair[] {
  const places = readPlaces(pinned, found, matches);
  const taken = new Set(matches.values());
  const wanted = pinned.filter((part) => !taken.has(part));
  const open = found.filter((part) => !matches.has(part));
  const unused = pairUnused(wanted, open);
  const candidatesOf = indexCandidates(open, places);
  return wanted
    .flatMap((part) => {
      const only = unused.get(part);
      const candidates = new Set([
        ...candidatesOf(part),
        ...(only === undefined ? [] : [only.part]),
      ]);
      return [...candidates].flatMap((candidate): Pair[] => {
        const isOnlyOne = only?.part === candidate && only.isOnlyOne;
        const strength = strengthOf(part, candidate, places, isOnlyOne);
        return strength === undefined ? [] : [{ pinned: part, found: candidate, ...strength }];
      });
    })
    .sort(
      (a, b) =>
        compareStrength(a, b) ||
        compareCodeUnits(a.pinned.name, b.pinned.name) ||
        compareCodeUnits(a.found.name, b.found.name),
    );
}

/** Of parts that are alike and share a place, so many are compared at a time: each would be with each. */
const MAX_ALIKE = 10;

/** Finds those parts that enough may speak for. */
function indexCandidates(
  open: readonly Part[],
  places: Places,
): (pinned: PinnedPart) => readonly Part[] {
  const byName = Map.groupBy(open, ({ section, name }) => `${section} ${name}`);
  const isOpen = new Set(open);
  const alike = indexAlike(open, places);
  const atPlace = (place: string, { digest, shape }: Part): readonly Part[] => {
    const [holder, ...others] = places.holders.get(place) ?? [];
    if (holder !== undefined && others.length === 0) return isOpen.has(holder) ? [holder] : [];
    return [digest, shape].flatMap(
      (text) => alike.get(`${place} ${text}`)?.slice(0, MAX_ALIKE) ?? [],
    );
  };
  return (part) => {
    const { section, name, upstream } = part;
    const candidates = [
      ...(byName.get(`${section} ${name}`) ?? []),
      ...(byName.get(`${section} ${upstream ?? name}`) ?? []),
      ...[...places.of(part)].flatMap((place) => atPlace(place, part)),
    ];
    return candidates.filter((each) => each.section === section);
  };
}

/** By place, and by digest or shape, the parts there. */
function indexAlike(parts: readonly Part[], places: Places): Map<string, Part[]> {
  const alike = new Map<string, Part[]>();
  for (const part of parts) {
    for (const place of places.of(part)) {
      for (const text of new Set([part.digest, part.shape])) {
        const others = alike.get(`${place} ${text}`);
        if (others === undefined) alike.set(`${place} ${text}`, [part]);
        else others.push(part);
      }
    }
  }
  return alike;
}
