import { describeFileError, readBytes, UnreadableSourceError } from '@apipin/openapi-model';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FetchedDocument, SourceLimits } from './fetch-source.ts';
import { digestBytes } from './digest-bytes.ts';
import { SourceError } from './source-error.ts';

/**
 * Reads a source that is a file.
 *
 * @throws SourceError, UnreadableSourceError
 * @throws the reason of `signal`.
 */
export async function readSourceFile(
  path: string,
  limits: SourceLimits,
  signal: AbortSignal,
): Promise<FetchedDocument> {
  try {
    const stats = await stat(path);
    const stream = createReadStream(path, { signal });
    const bytes = await readBytes(stream, { limit: limits.bytes, spent: 0 });
    return {
      kind: 'fetched',
      bytes,
      source: path,
      digest: digestBytes(bytes),
      // A pipe has no time of its own.
      ...(stats.isFile() ? { lastModified: stats.mtime.toISOString() } : {}),
    };
  } catch (error) {
    if (error instanceof UnreadableSourceError || signal.aborted) throw error;
    const reason = describeFileError(error as NodeJS.ErrnoException);
    throw new SourceError({ code: 'cannot-read', source: path }, reason, { cause: error });
  }
}
