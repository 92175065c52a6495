import { parseHttpDate } from './http-date.ts';

/** Too early, too often, or the server's own trouble: another attempt may succeed. */
const TRANSIENT: ReadonlySet<number> = new Set([408, 425, 429]);

/** What went wrong with one attempt and need not with the next. */
export interface TransientFailure {
  readonly reason: string;
  /** The status code, where there was an answer. */
  readonly status: number | undefined;
  /** How long the server asks to wait, in ms. */
  readonly retryAfter: number | undefined;
}

/** Whether an answer with this status code is worth another attempt. */
export function isTransient(status: number): boolean {
  return TRANSIENT.has(status) || status >= 500;
}

/**
 * How long an answer asks to wait, in ms; `undefined` where it does not say.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // The clock of the server, not of this machine: they may differ by more than the wait.
  const [until, now] = [parseHttpDate(value), parseHttpDate(headers.get('date'))];
  return until && now && Math.max(0, until.getTime() - now.getTime());
}
