/** A source cannot be turned into text; loading reports it as a diagnostic. */
export class UnreadableSourceError extends Error {
  override readonly name = 'UnreadableSourceError';
  /** The code of the diagnostic. */
  readonly code: 'cannot-read' | 'source-too-large' | 'invalid-utf-8' | 'network-refused';
  /** 1-based, of what is wrong in the source. */
  readonly line: number;

  constructor(code: UnreadableSourceError['code'], message: string, line = 1) {
    super(message);
    this.code = code;
    this.line = line;
  }
}
