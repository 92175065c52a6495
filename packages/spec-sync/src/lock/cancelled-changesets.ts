import type { Lock } from './lock.ts';

/**
 * The changesets that say nothing any more once `meaning` is pinned again: all that were written since it was left.
 *
 * `undefined` where it never was, or where one of them is released: what comes back is then a change to users.
 *
 * @param isPending - Whether a changeset, by its file name, is still to be released.
 */
export function cancelledChangesets(
  lock: Lock,
  meaning: string,
  isPending: (changeset: string) => boolean,
): readonly string[] | undefined {
  const index = lock.earlier.findIndex((each) => each.meaning === meaning);
  if (index === -1) return undefined;
  const since = lock.earlier.slice(0, index + 1).map(({ changeset }) => changeset);
  const pending = since.filter((changeset) => changeset !== undefined && isPending(changeset));
  return pending.length === since.length ? (pending as string[]) : undefined;
}
