import { setImmediate as turn } from 'node:timers/promises';
import type { Call, Journal } from './journal.ts';
import type { AnyClient } from './tasks.ts';

/** How long after its deadline a call counts as hanging, in ms; busy machines have late timers. */
const GRACE = 10_000;

/**
 * Makes a call and notes what came of it.
 *
 * @returns what is wrong with how it ended
 */
export async function perform(
  journal: Journal,
  client: AnyClient,
  call: Call,
  abortAfter?: number,
): Promise<string[]> {
  const controller = new AbortController();
  const { operation, input } = call.task;
  const settle = (outcome: NonNullable<Call['outcome']>): void => {
    call.outcome = outcome;
    call.settledAt = journal.tick();
    call.settledTime = performance.now();
  };
  const settled = client[operation]!(input, {
    ...call.options,
    headers: { 'x-call': String(call.id) },
    signal: abortAfter === undefined ? journal.lifetime : controller.signal,
  }).then(
    (value) => settle({ status: 'fulfilled', value }),
    (reason: unknown) => {
      journal.lastFailure = reason;
      settle({ status: 'rejected', reason });
    },
  );

  const complaints: string[] = [];
  const timers: NodeJS.Timeout[] = [];
  if (abortAfter !== undefined) {
    const abort = async (): Promise<void> => {
      if (call.outcome !== undefined) return;
      // As programs do that need no answer any more once another call has failed.
      call.abortedBy = journal.lastFailure ?? new Error('The caller has changed its mind');
      controller.abort(call.abortedBy);
      // Turns of the event loop, and none in which an answer could come: at once does not depend on how busy the machine is.
      await turn();
      if (call.outcome === undefined) complaints.push(`call ${call.id} goes on after its abortion`);
    };
    timers.push(setTimeout(() => void abort(), abortAfter));
  }
  const hung = new Promise<void>((resolve) => {
    timers.push(setTimeout(resolve, call.options.timeout + GRACE));
  });
  await Promise.race([settled, hung]);
  for (const timer of timers) clearTimeout(timer);
  return complaints;
}
