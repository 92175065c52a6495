import { CompatError } from './compat-error.ts';

/** A request is no operation of the served version, so nobody knows how to map it. */
export class UnmappedOperationError extends CompatError {
  override readonly name = 'UnmappedOperationError';
  readonly method: string;
  /** Without the query, which may hold an API key. */
  readonly path: string;
  /** The version whose operations were searched. */
  readonly version: string;

  constructor(at: { readonly method: string; readonly path: string; readonly version: string }) {
    super(
      `${at.method} ${at.path}: no operation of ${at.version} has this method and path; ` +
        `send it with a plain fetch if it belongs to another API. Nothing was sent.`,
    );
    this.method = at.method;
    this.path = at.path;
    this.version = at.version;
  }
}
