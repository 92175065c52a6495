import { startStopwatch } from './stopwatch.ts';

/** How long before its end a token is renewed at the earliest, in ms; a quarter of a short life. */
const earliest = 300_000;
/** How long before its end a token is no longer sent, in ms; a tenth of a short life. */
const travelTime = 30_000;

/** Whatever is said of a token's life, in ms: one that is never renewed would fail for good. */
const longestLifetime = 86_400_000;

/** An access token with the time that it has left. */
export interface AccessToken {
  readonly value: string;
  /** In ms since 1970, for other processes; in this one, {@link isOver} counts. */
  readonly expiresAt: number;
  /** Whether it is time to get another one, though this one still works. */
  isDue(): boolean;
  /** Whether it has ended, or would on its way. */
  isOver(): boolean;
}

/**
 * Holds an access token that lives for some ms more.
 *
 * @param age - Counts the ms of this life.
 */
export function holdAccessToken(
  value: string,
  lifetime: number,
  age: () => number = startStopwatch(),
): AccessToken {
  const left = Math.min(lifetime, longestLifetime);
  // At random, so that processes that share a grant do not renew it at the same moment.
  const due = left - Math.min(earliest, left / 4) * (1 - Math.random() / 2);
  const over = left - Math.min(travelTime, left / 10);
  return {
    value,
    expiresAt: Math.round(Date.now() - age() + left),
    // The other way round, a lifetime that is no number would never be due.
    isDue: () => !(age() < due),
    isOver: () => age() >= over,
  };
}
