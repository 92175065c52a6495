import type { Part, PinnedPart } from './part.ts';

/** Where parts are used, in words that mean the same on both sides. */
export interface Places {
  readonly of: (part: Part) => ReadonlySet<string>;
  /** The parts found at a place. */
  readonly holders: ReadonlyMap<string, readonly Part[]>;
}

/** Finds the places of all parts, as far as it is known by now which part is which. */
export function readPlaces(
  pinned: readonly PinnedPart[],
  found: readonly Part[],
  matches: ReadonlyMap<Part, PinnedPart>,
): Places {
  const recognised = new Set<Part>(matches.values());
  const places = new Map<Part, ReadonlySet<string>>([
    ...placesOf(pinned, (part) => (recognised.has(part) ? part : undefined)),
    ...placesOf(found, (part) => matches.get(part)),
  ]);
  const holders = new Map<string, Part[]>();
  for (const part of found) {
    for (const place of places.get(part) ?? []) {
      const others = holders.get(place);
      if (others === undefined) holders.set(place, [part]);
      else others.push(part);
    }
  }
  return { of: (part) => places.get(part) ?? new Set(), holders };
}

/** An owner is known by its pinned name once it is recognised, and by its own structure before. */
function placesOf(
  parts: readonly Part[],
  pinnedOf: (part: Part) => Part | undefined,
): [Part, ReadonlySet<string>][] {
  const byId = new Map(parts.map((part) => [`${part.section}/${part.name}`, part]));
  const nameOwner = (owner: string): string => {
    const part = byId.get(owner);
    if (part === undefined) return owner;
    const known = pinnedOf(part);
    return known === undefined ? `${part.section} ${part.shape}` : `${known.section}/${known.name}`;
  };
  return parts.map((part) => [
    part,
    new Set(part.uses.map(({ owner, place }) => `${nameOwner(owner)}#${place}`)),
  ]);
}
