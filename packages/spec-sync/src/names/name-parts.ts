import { giveFreeNames } from './free-name.ts';
import type { Part, PinnedPart } from './part.ts';
import type { Names } from './path-names.ts';

/**
 * Names parts of one section: those that have been recognised as they were called, the others as they come, or with a
 * number where that name is taken.
 *
 * @param pinned - The names that had a meaning before.
 */
export function nameParts(
  parts: readonly Part[],
  matches: ReadonlyMap<Part, PinnedPart>,
  pinned: readonly string[],
): Map<Part, string> {
  const taken = new Set(parts.flatMap((part) => matches.get(part)?.name ?? []));
  const fresh = parts.filter((part) => !matches.has(part));
  const given = giveFreeNames(
    fresh.map(({ name }) => name),
    taken,
    [...pinned, ...parts.map(({ name }) => name)],
  );
  const names = new Map(fresh.map((part, index) => [part, given[index] as string]));
  return new Map(
    parts.map((part) => [part, matches.get(part)?.name ?? names.get(part) ?? part.name]),
  );
}

/** The new names of those parts that do not keep theirs, by the old ones. */
export function renamesOf(names: ReadonlyMap<Part, string>): Names {
  return new Map(
    [...names].flatMap(([{ name: from }, to]) => (from === to ? [] : [[from, to] as const])),
  );
}
