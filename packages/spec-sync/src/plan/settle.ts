import { isDeepStrictEqual } from 'node:util';

/** A change that waits in `specs/pending` until it has stood for some time. */
export interface Pending {
  /** `digestContract` of the document that waits. */
  readonly meaning: string;
  /** What in it breaks the wire: the ids of these changes, sorted. */
  readonly breaking: readonly string[];
  /** When these changes were seen for the first time, as RFC 3339. */
  readonly since: string;
}

/** Whether a state has stood for long enough; if not, until when it waits. */
export type Settling =
  | { readonly kind: 'settled' }
  | { readonly kind: 'waiting'; readonly since: Date; readonly until: Date };

/**
 * Lets changes that break the wire stand before they are taken: upstream takes back many of them within hours. What
 * else changes meanwhile does not matter.
 *
 * The time counts from when the state was first seen here; what the source says of its own age is not relied on.
 *
 * @param settle - In ms.
 */
export function settleChanges(
  breaking: readonly string[],
  pending: Pending | undefined,
  now: Date,
  settle: number,
): Settling {
  const isSame = isDeepStrictEqual(pending?.breaking, breaking);
  const since = pending !== undefined && isSame ? new Date(pending.since) : now;
  const until = new Date(since.getTime() + settle);
  return until <= now ? { kind: 'settled' } : { kind: 'waiting', since, until };
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A duration such as `90m`, `24h` or `7d`, in ms; `undefined` where it is none. */
export function parseDuration(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * UNITS[unit as keyof typeof UNITS];
}
