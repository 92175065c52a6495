import type { RateLimit } from './rate-limit-headers.ts';

/**
 * The requests of an account: all that its clients have to share. Times are in ms of the clock
 * that they share, too.
 */
export interface RequestLog {
  /** When this was written. */
  readonly time: number;
  /** Requests that the account may make in an interval; undefined until an answer was seen. */
  readonly limit: number | undefined;
  /** In ms. */
  readonly interval: number;
  /** When each request was sent, or will be: turns are promised in advance. Sorted. */
  readonly sent: readonly number[];
}

/** Turns that were promised, and the log with them. */
export interface Turns {
  readonly log: RequestLog;
  /** When the requests may be sent. */
  readonly time: number;
  readonly count: number;
}

/** The log of an account that nothing is known of. */
export const emptyLog: RequestLog = { time: 0, limit: undefined, interval: 10_000, sent: [] };

/** The limit until the first answer: enough for most programs, and little harm where others use the account. */
const firstLimit = 20;

/** The limit where answers tell none: the lowest that HubSpot documents. */
const defaultLimit = 100;

/**
 * How much later one request may reach the server than another that left at the same time, in ms.
 * The server counts requests when they reach it, so those of an interval are spread over this
 * much more.
 */
const transit = 1000;

/** How long a request is to be remembered, in ms. */
export function spanOf({ interval }: Pick<RequestLog, 'interval'>): number {
  return interval + transit;
}

/** Promises turns to requests that wait: to as many as may go at once, or to one that may go later. */
export function reserveTurns(log: RequestLog, now: number, wanted: number): Turns {
  let turns: Turns = { log, time: now, count: 0 };
  while (turns.time <= now && turns.count < wanted) {
    const next = reserveTurn(turns, now);
    if (next.time > now && turns.count > 0) break;
    turns = next;
  }
  return turns;
}

function reserveTurn({ log, count }: Turns, now: number): Turns {
  const sent = remembered(log, now);
  const time = findTurn({ ...log, sent }, now);
  // Not at the end when later turns were promised before the limit was known to be higher.
  const added = [...sent, Math.floor(time)].sort((a, b) => a - b);
  return { log: { ...log, time: now, sent: added }, time, count: count + 1 };
}

/** Gives back a turn that was not taken. */
export function returnTurn(log: RequestLog, time: number): RequestLog {
  const index = log.sent.indexOf(Math.floor(time));
  return index < 0 ? log : { ...log, sent: log.sent.toSpliced(index, 1) };
}

/**
 * The law: at no time are there more turns than the limit within one span. Those who are far from
 * it never wait; beyond the half, what is left is spread over the time until there will be more.
 */
function findTurn(log: RequestLog, now: number): number {
  const { limit = firstLimit, sent } = log;
  const span = spanOf(log);
  if (sent.length < limit / 2) return now;

  const last = sent.at(-1) ?? now;
  const inTheWay = sent[sent.length - limit] ?? -Infinity;
  const earliest = Math.max(now, last, inTheWay + span);
  const inSpan = sent.filter((time) => time + span > earliest);
  if (inSpan.length < limit / 2) return earliest;

  const [oldest = earliest] = inSpan;
  const untilMore = oldest + span - earliest;
  const gap = Math.max(span / limit, untilMore / (limit - inSpan.length));
  return Math.max(earliest, last + gap);
}

/**
 * Takes in what an answer told; returns the same log when that was known.
 *
 * Where the server counted more requests than the log, others use the account without sharing it.
 * Their requests are entered as sent when the answer came, as nobody knows when they were. A
 * refusal means that there were as many as the limit, so that none is sent until an interval later.
 *
 * @param time - When the answer came.
 * @param duration - How long that took, in ms.
 */
export function learnFrom(
  answer: RateLimit,
  log: RequestLog,
  time: number,
  duration: number,
): RequestLog {
  const limit = answer.limit ?? log.limit ?? defaultLimit;
  const interval = answer.interval ?? log.interval;
  const span = spanOf({ interval });
  const known = log.sent.filter((at) => at <= time && at + span > time).length;
  const unknown = Math.max(0, expectedBy(answer, limit, interval, duration) - known);
  if (limit === log.limit && interval === log.interval && unknown === 0) return log;
  const others = Array.from({ length: unknown }, () => Math.floor(time));
  const sent = [...log.sent, ...others].sort((a, b) => a - b);
  return { time: Math.max(log.time, time), limit, interval, sent };
}

/** How many requests the log has to hold, by what the server counted. */
function expectedBy(
  { isRefusal, remaining }: RateLimit,
  limit: number,
  interval: number,
  duration: number,
): number {
  if (isRefusal) return limit;
  // What was counted longer ago may be over by now, and not in the log any more.
  if (remaining === undefined || duration > transit) return 0;
  // The server counts an interval and the log a span, so others need a part of the difference as
  // well. Half of it, as chance would look like others if it were all.
  return Math.floor(((limit - remaining) * (interval + transit / 2)) / interval);
}

function remembered(log: RequestLog, now: number): readonly number[] {
  return log.sent.filter((time) => time + spanOf(log) > now);
}
