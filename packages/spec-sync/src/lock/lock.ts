import type { NameLock } from '../names/name-lock.ts';

/**
 * Where a pinned spec was taken from, and what was there before: what makes the next sync able to say that nothing
 * changed, or that something came back.
 */
export interface Lock {
  /** A URL, or the path of a file, relative to the repository. */
  readonly source: string;
  /** `ETag` of the source, where it has one. */
  readonly etag?: string | undefined;
  /** When the source was last modified by its own account, as RFC 3339. */
  readonly modified?: string | undefined;
  /** sha256 of the bytes that were taken, in hex. */
  readonly bytes: string;
  /** sha256 of the overlay that was applied, in hex. */
  readonly corrections?: string | undefined;
  /** What the pinned spec means: `digestContract` of it. */
  readonly meaning: string;
  /** The pinned spec itself, words included: `digestMeaning` of it. By this an edit by hand is noticed. */
  readonly document: string;
  /** What it meant before, the latest first. */
  readonly earlier: readonly EarlierMeaning[];
  readonly names: NameLock;
}

/** A state that was pinned once. */
export interface EarlierMeaning {
  readonly meaning: string;
  readonly modified?: string | undefined;
  /** The changeset that was written when this state was left. */
  readonly changeset?: string | undefined;
}

/** States to remember; an API that changes every day comes back to one of the last hundred or to none. */
const MAX_EARLIER = 100;

/** What a state has to say for itself when it is left. */
export type LeftMeaning = Pick<Lock, 'meaning' | 'modified' | 'earlier'>;

/** The states to remember once `lock`'s own is left for `meaning`, the latest first; each once. */
export function rememberMeaning(
  lock: LeftMeaning,
  meaning: string,
  changeset: string | undefined,
): EarlierMeaning[] {
  const others = lock.earlier.filter(
    (each) => each.meaning !== lock.meaning && each.meaning !== meaning,
  );
  const left = { meaning: lock.meaning, modified: lock.modified, changeset };
  return [left, ...others].slice(0, MAX_EARLIER);
}
