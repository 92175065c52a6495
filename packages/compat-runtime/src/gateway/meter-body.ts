/** What is told of a body that passes through. */
export interface BodyMeter {
  /** Ends the body with an error when it is aborted. */
  readonly signal: AbortSignal;
  /** Hears the size of each chunk in bytes. */
  onChunk(size: number): void;
  /** Hears, once, that the body was read to its end, or is not wanted any more, or why it failed. */
  onEnd(failure?: unknown): void;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The same body, read no faster than the returned one is read, and watched by `meter`. */
export function meterBody(
  body: ReadableStream<Bytes>,
  { signal, onChunk, onEnd }: BodyMeter,
): ReadableStream<Bytes> {
  const reader = body.getReader();
  let controller: ReadableStreamDefaultController<Bytes>;
  let ended = false;

  function end(failure?: unknown): boolean {
    if (ended) return false;
    ended = true;
    signal.removeEventListener('abort', onAbort);
    onEnd(failure);
    return true;
  }
  function fail(reason: unknown): void {
    if (!end(reason)) return;
    controller.error(reason);
    // If it was the source that failed, cancelling it fails too.
    reader.cancel(reason).catch(() => {});
  }
  function onAbort(): void {
    fail(signal.reason);
  }

  return new ReadableStream<Bytes>(
    {
      start(created) {
        controller = created;
        if (signal.aborted) onAbort();
        else signal.addEventListener('abort', onAbort);
      },
      async pull() {
        try {
          const { done, value } = await reader.read();
          if (done) {
            if (end()) controller.close();
            return;
          }
          onChunk(value.byteLength);
          if (!ended) controller.enqueue(value);
        } catch (reason) {
          fail(reason);
        }
      },
      cancel(reason) {
        end();
        return reader.cancel(reason);
      },
    },
    // Nothing is read ahead of its reader.
    { highWaterMark: 0 },
  );
}
