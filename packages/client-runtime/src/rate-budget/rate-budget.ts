import type { OperationCall } from '../errors/client-error.ts';

/** Keeps the clients of one account within what the API lets them send. */
export interface RateBudget {
  /**
   * Asked before each attempt, for when it may be sent.
   *
   * @param signal - Aborted when nobody waits any more; it then rejects with the signal's reason.
   */
  acquire(signal: AbortSignal, call: OperationCall): void | Promise<void>;
  /**
   * Told of every answer.
   *
   * @param duration - Since the request was sent, in ms.
   */
  observe(status: number, headers: Headers, duration?: number): void;
}
