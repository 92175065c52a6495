/** The longest delay that a timer can count, in ms; a longer one would fire at once. */
export const longestDelay = 2 ** 31 - 1;

/**
 * Runs a task until its time is over, or its caller aborts. It rejects at once then, even while the task waits for something
 * that knows nothing of signals, such as a token provider.
 *
 * @param timeout - In ms.
 * @param signal - The caller's own.
 */
export async function runUntilDeadline<Result>(
  task: (signal: AbortSignal) => Promise<Result>,
  timeout: number,
  signal: AbortSignal | undefined,
  createTimeoutError: () => Error,
): Promise<Result> {
  signal?.throwIfAborted();
  if (timeout <= 0) throw createTimeoutError();

  // A controller and a timer of our own, as both can be released when the task is done:
  // AbortSignal.any and AbortSignal.timeout leave theirs on a signal that may live for days.
  const controller = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const end = (reason: unknown) => {
    reject(reason);
    controller.abort(reason);
  };
  const onAbort = () => end(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  const timer =
    timeout <= longestDelay ? setTimeout(() => end(createTimeoutError()), timeout) : undefined;
  try {
    task(controller.signal).then(resolve, reject);
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
