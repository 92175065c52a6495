/** The longest delay that a timer can count, in ms; a longer one would fire at once. */
const longestDelay = 2 ** 31 - 1;

/** What ends a task that takes too long. */
export interface Deadline {
  /** In ms; 0 or Infinity sets no limit. */
  readonly timeout: number;
  /** The caller's own signal. */
  readonly signal: AbortSignal | undefined;
  readonly createTimeoutError: () => Error;
}

/**
 * Runs a task until the deadline. It rejects at once when that passes, even while the task waits
 * for something that knows nothing of signals, such as a token provider.
 *
 * @throws TypeError if the timeout is negative or not a number
 */
export async function runUntilDeadline<Result>(
  { timeout, signal, createTimeoutError }: Deadline,
  task: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (!(timeout >= 0)) throw new TypeError(`timeout: expected 0 ms or more, got ${timeout}`);
  signal?.throwIfAborted();

  // A controller and a timer of our own, as both can be released when the task is done:
  // AbortSignal.any and AbortSignal.timeout leave theirs on a signal that may live for days.
  const controller = new AbortController();
  let onAbort: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const end = (reason: unknown) => {
        reject(reason);
        controller.abort(reason);
      };
      onAbort = () => end(signal?.reason);
      signal?.addEventListener('abort', onAbort);
      if (timeout > 0 && timeout <= longestDelay)
        timer = setTimeout(() => end(createTimeoutError()), timeout);
      task(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    if (onAbort) signal?.removeEventListener('abort', onAbort);
  }
}
