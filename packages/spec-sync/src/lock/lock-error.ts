/** A file that `apipin` wrote is not as it was written. */
export class LockError extends Error {
  override readonly name = 'LockError';
  /** Relative to the repository. */
  readonly file: string;

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file}: ${problem}; restore it, with git for example`, options);
    this.file = file;
  }
}
