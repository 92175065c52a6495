/** A body as it is handed to a reader, and what a copy of it comes to. */
export interface CopiedBody {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  /**
   * All bytes once the reader has read them; `undefined` where there are too many to keep, or the
   * reader does not want the rest, or the body failed.
   */
  readonly copy: Promise<Uint8Array | undefined>;
}

/**
 * Keeps a copy of up to `maxBytes` of a body while somebody else reads it.
 *
 * Unlike with `tee`, the reader alone decides the pace: nothing is read before it asks, and nobody
 * slower holds chunks back.
 */
export function copyBody(
  source: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): CopiedBody {
  const reader = source.getReader();
  const { promise: copy, resolve } = Promise.withResolvers<Uint8Array | undefined>();
  const kept = new KeptChunks(maxBytes);
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            controller.close();
            resolve(kept.bytes());
            return;
          }
          kept.add(value);
          controller.enqueue(value);
        } catch (error) {
          resolve(undefined);
          controller.error(error);
        }
      },
      cancel(reason) {
        resolve(undefined);
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, copy };
}

/** Reads up to `maxBytes` of a body; `undefined` where there are more. */
export async function readBody(
  source: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const kept = new KeptChunks(maxBytes);
  if (source === null) return kept.bytes();
  // Leaving the loop cancels the rest.
  for await (const chunk of source) if (!kept.add(chunk)) return undefined;
  return kept.bytes();
}

/** Copies of chunks, none of them once they are too large together. */
class KeptChunks {
  readonly #maxBytes: number;
  #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @returns whether the bytes so far are still kept. */
  add(chunk: Uint8Array): boolean {
    this.#size += chunk.byteLength;
    if (this.#size > this.#maxBytes) {
      this.#chunks = [];
      return false;
    }
    // Its reader may write over a chunk, or hand its buffer on.
    this.#chunks.push(chunk.slice());
    return true;
  }

  bytes(): Uint8Array | undefined {
    if (this.#size > this.#maxBytes) return undefined;
    const bytes = new Uint8Array(this.#size);
    let offset = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, offset);
      offset += chunk.byteLength;
    }
    return bytes;
  }
}
