/** A `$ref` names a document that is missing, or that it may not reach. */
export class UnresolvedReferenceError extends Error {
  override readonly name = 'UnresolvedReferenceError';
  /** The code of the diagnostic. */
  readonly code: 'ref-refused' | 'ref-unresolved';

  constructor(code: UnresolvedReferenceError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
