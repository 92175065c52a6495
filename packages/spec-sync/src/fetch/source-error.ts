/** A source document could not be read. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** What is wrong: the place is not to be read, or is too large, or too slow, or answers otherwise, or not at all. */
  readonly code: 'refused' | 'too-large' | 'timeout' | 'http-status' | 'cannot-read';
  /** The source as it may be shown: without query string and credentials. */
  readonly source: string;
  /** The status code of the last answer, where `code` is `http-status`. */
  readonly status: number | undefined;

  constructor(
    at: { code: SourceError['code']; source: string; status?: number },
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${at.source}: ${reason}`, options);
    this.code = at.code;
    this.source = at.source;
    this.status = at.status;
  }
}
