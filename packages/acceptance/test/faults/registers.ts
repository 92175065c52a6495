import type { Call } from './journal.ts';
import { isOverdue, isPastDeadline } from './judge.ts';
import { readRegister, textOf } from './tasks.ts';

/*
 * The serial model: as if each write happened at one moment between the start and the end of its call, and the last one won.
 */

/** What a register held at some time. */
export interface Reading {
  readonly path: string;
  readonly text: string | undefined;
  /** When whoever read it began to. */
  readonly startedAt: number;
}

/** The readings that the calls themselves made. */
export function readingsOf(calls: readonly Call[]): Reading[] {
  return calls.flatMap(({ task, outcome, startedAt }) => {
    const { register } = task;
    if (register?.access !== 'read' || outcome?.status !== 'fulfilled') return [];
    const { path } = register;
    return [{ path, text: readRegister(path, outcome.value), startedAt }];
  });
}

/** The paths of all registers that the calls used. */
export function registersOf(calls: readonly Call[]): string[] {
  return [...new Set(calls.flatMap(({ task }) => task.register?.path ?? []))];
}

/** Names each update that was lost: readings that show an older one. */
export function findLostUpdates(calls: readonly Call[], readings: readonly Reading[]): string[] {
  const writes = Map.groupBy(
    calls.filter(({ task }) => task.register?.access === 'write'),
    ({ task }) => task.register?.path ?? '',
  );
  return readings.flatMap(({ path, text, startedAt }) => {
    const candidates = writes.get(path) ?? [];
    const writer = candidates.find(({ id }) => textOf(id) === text);
    const from = writer === undefined ? 0 : endOfEffect(writer);
    const lost = candidates.find(
      (write) =>
        write.outcome?.status === 'fulfilled' &&
        write.startedAt > from &&
        write.settledAt < startedAt,
    );
    return lost === undefined
      ? []
      : [`${path} shows "${text}", and call ${lost.id}, which came later, is lost`];
  });
}

/**
 * From when on a write cannot take effect any more. Of one that the client broke off, as its time was over or the caller
 * wished so, a request may still be on its way, which no client can call back.
 */
function endOfEffect(call: Call): number {
  const isBrokenOff =
    call.abortedBy !== undefined ||
    isPastDeadline(call) ||
    call.attempts.some((attempt) => isOverdue(call, attempt));
  return isBrokenOff ? Number.POSITIVE_INFINITY : call.settledAt;
}
