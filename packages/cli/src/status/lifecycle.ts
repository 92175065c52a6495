import type { VersionStatus } from '../versions-file.ts';
import type { KnownVersion } from './known-api.ts';

/** How far a version may be relied on, as of a day. */
export interface Lifecycle {
  /** `unknown` where this release of the command does not know the version, or nothing is published. */
  readonly status: VersionStatus | 'unknown';
  /** As published: a day, or a month. */
  readonly supportedUntil: string | undefined;
  /** The last day with support, as `YYYY-MM-DD` in UTC. */
  readonly lastSupportedDay: string | undefined;
  /** Days with support that are left, today among them; 0 where there are none. */
  readonly daysLeft: number | undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The lifecycle of `version` on the day of `now`, both in UTC.
 *
 * A version is supported _until_ a day or month begins: "until 2027-09" ends with 2027-08-31. Once that day is over, it
 * is unsupported, whatever status is written.
 */
export function lifecycleOf(version: KnownVersion | undefined, now: Date): Lifecycle {
  const { status = 'unknown', supportedUntil } = version ?? {};
  const end = supportedUntil === undefined ? NaN : Date.parse(firstDay(supportedUntil));
  if (Number.isNaN(end)) {
    return { status, supportedUntil, lastSupportedDay: undefined, daysLeft: undefined };
  }
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const daysLeft = status === 'unsupported' ? 0 : Math.max(0, (end - today) / DAY);
  return {
    status: daysLeft === 0 ? 'unsupported' : status,
    supportedUntil,
    lastSupportedDay: new Date(end - DAY).toISOString().slice(0, 10),
    daysLeft,
  };
}

function firstDay(dayOrMonth: string): string {
  return dayOrMonth.length === 'YYYY-MM'.length ? `${dayOrMonth}-01` : dayOrMonth;
}
