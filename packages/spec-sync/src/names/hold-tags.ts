import { matchParts } from './match-parts.ts';
import type { Part, PinnedPart } from './part.ts';
import type { NameLock, PinnedTag, Renaming } from './name-lock.ts';
import { nameParts, renamesOf } from './name-parts.ts';
import type { Names } from './path-names.ts';
import { keepNames, nextTurn, upstreamName } from './retire.ts';
import type { Survey } from './survey.ts';

/** What is to be done so that tags keep their names. */
export interface HeldTags {
  readonly renames: Names;
  readonly renamed: readonly Renaming[];
  readonly lock: NameLock['tags'];
}

/**
 * Recognises each tag by the operations that carry it, and by its name where they differ. Operations that are new or gone
 * say nothing.
 *
 * @param keys - By what identifies an operation, its key in the lock.
 */
export function holdTags(
  { tags }: Survey,
  keys: ReadonlyMap<string, string>,
  pinned: NameLock,
): HeldTags {
  const found = new Map(
    [...tags].map(([name, carriers]) => [name, carriers.map((key) => keys.get(key) ?? key)]),
  );
  const current = new Set(keys.values());
  const known = new Set(Object.keys(pinned.operations).filter((key) => current.has(key)));
  const parts = [...found].map(([name, carriers]): Part => toPart(name, carriers, known, 'found'));
  const pinnedParts = Object.entries(pinned.tags).map(
    ([name, { operations: carriers, upstream, retired }]): PinnedPart => {
      const part = toPart(name, carriers, known, 'pinned');
      return { ...part, upstream, isRetired: retired !== undefined };
    },
  );

  const earlier = new Map(Object.entries(pinned.tags));
  const matches = matchParts(pinnedParts, parts);
  const names = nameParts(parts, matches, Object.keys(pinned.tags));
  const entries = [...names].map(([{ name: upstream }, name]): [string, PinnedTag] => {
    // An operation that is gone may come back, and with it what it said of its tags.
    const gone = (earlier.get(name)?.operations ?? []).filter((key) => !current.has(key));
    const carriers = [...(found.get(upstream) ?? []), ...gone].toSorted();
    return [name, { ...upstreamName(name, upstream), operations: carriers }];
  });
  const renames = renamesOf(names);
  return {
    renames,
    renamed: [...renames].map(([from, to]) => ({ kind: 'tags', from, to })),
    lock: keepNames(pinned.tags, new Map(entries), nextTurn(pinned.tags)),
  };
}

function toPart(
  name: string,
  carriers: readonly string[],
  known: ReadonlySet<string>,
  side: string,
): Part {
  const telling = carriers.filter((key) => known.has(key)).toSorted();
  // Tags that nothing carries are not like each other.
  const digest = JSON.stringify(telling.length === 0 ? [side, name] : telling);
  return { section: 'tags', name, digest, uses: [] };
}
