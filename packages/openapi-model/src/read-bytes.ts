import { isUtf8 } from 'node:buffer';

import { UnreadableSourceError } from './unreadable-source-error.ts';

/** How much one load may still read, over all the files it reads. */
export interface ByteBudget {
  /** Bytes. */
  readonly limit: number;
  /** Bytes. */
  spent: number;
}

/**
 * Reads `chunks` to their end as UTF-8, without a byte order mark.
 *
 * @throws UnreadableSourceError where they are more than the budget allows, or not UTF-8.
 */
export async function readText(
  chunks: AsyncIterable<Uint8Array>,
  budget: ByteBudget,
): Promise<string> {
  return decode(await readBytes(chunks, budget));
}

/**
 * Reads `chunks` to their end.
 *
 * @throws UnreadableSourceError as soon as they are more than the budget allows.
 */
export async function readBytes(
  chunks: AsyncIterable<Uint8Array>,
  budget: ByteBudget,
): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) {
    budget.spent += chunk.byteLength;
    if (budget.spent > budget.limit) {
      throw new UnreadableSourceError(
        'source-too-large',
        `the document is larger than ${budget.limit} bytes; raise the limit if you trust it`,
      );
    }
    read.push(chunk);
  }
  return Buffer.concat(read);
}

function decode(bytes: Buffer): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  throw new UnreadableSourceError(
    'invalid-utf-8',
    'the line is not UTF-8; save the file in that encoding',
    firstInvalidLine(bytes),
  );
}

/** Line ends are never part of a longer UTF-8 sequence, so each line can be judged alone. */
function firstInvalidLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    line++;
    start = end + 1;
  }
  return line;
}
