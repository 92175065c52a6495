import { compareCodeUnits } from '@apipin/openapi-model';
import type { Pinned } from './name-lock.ts';

/** Names of one kind to remember that upstream has no more: enough for an API that loses and restores a whole resource. */
const MAX_RETIRED = 100;

/**
 * The names to keep: those in use, and the latest of those that went.
 *
 * @param earlier - What was pinned before.
 * @param current - What is in use now. Its names are no longer free for anything that went.
 * @param turn - One more than that of any name that went before.
 */
export function keepNames<Entry extends Pinned>(
  earlier: { readonly [name: string]: Entry },
  current: ReadonlyMap<string, Entry>,
  turn: number,
): { readonly [name: string]: Entry } {
  const gone = Object.entries(earlier)
    .filter(([name]) => !current.has(name))
    .map(([name, entry]): [string, Entry] => [name, { ...entry, retired: entry.retired ?? turn }])
    .sort(([, a], [, b]) => (b.retired ?? 0) - (a.retired ?? 0));
  return Object.fromEntries(
    [...current, ...gone.slice(0, MAX_RETIRED)].sort(([a], [b]) => compareCodeUnits(a, b)),
  );
}

/** The number of the next names that go. */
export function nextTurn(...entries: readonly { readonly [name: string]: Pinned }[]): number {
  const turns = entries.flatMap((each) => Object.values(each).map(({ retired }) => retired ?? 0));
  return 1 + turns.reduce((latest, turn) => Math.max(latest, turn), 0);
}

/** The member `upstream` of a pinned name, where it says anything. */
export function upstreamName(name: string, upstream: string): Pick<Pinned, 'upstream'> {
  return upstream === name ? {} : { upstream };
}
