import { emptyLog, type RequestLog } from './request-log.ts';

/** The furthest that a time of a log may lie from its writing, in ms; anything else is damage. */
const furthest = 60 * 60 * 1000;

/** Writes a log for a store, with times relative to the writing, as most of it is times. */
export function formatRequestLog({ time, limit = 0, interval, sent }: RequestLog): string {
  const start = Math.floor(time);
  return JSON.stringify([start, limit, interval, ...sent.map((at) => at - start)]);
}

/** Reads what a store holds. What cannot be read counts as an empty log: it will be overwritten. */
export function parseRequestLog(text: string): RequestLog {
  const [time, limit, interval, ...sent] = parseIntegers(text);
  const isIntact =
    time !== undefined &&
    limit !== undefined &&
    limit >= 0 &&
    interval !== undefined &&
    interval > 0 &&
    [interval, ...sent].every((offset) => Math.abs(offset) <= furthest);
  if (!isIntact) return emptyLog;
  return { time, limit: limit || undefined, interval, sent: sent.map((offset) => time + offset) };
}

function parseIntegers(text: string): number[] {
  try {
    const values: unknown = JSON.parse(text);
    return Array.isArray(values) && values.every(Number.isSafeInteger) ? values : [];
  } catch {
    return [];
  }
}
