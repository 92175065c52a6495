/** A path is not one to write to; nothing was changed. */
export class RefusedPathError extends Error {
  override readonly name = 'RefusedPathError';
  /** Relative to the root, as it was given. */
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`${JSON.stringify(path)}: ${reason}`);
    this.path = path;
  }
}
