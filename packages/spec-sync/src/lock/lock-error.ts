/** A file that `apipin` wrote is not as it was written. */
export class LockError extends Error {
  override readonly name = 'LockError';
  /** Relative to the repository. */
  readonly file: string;

  constructor(
    file: string,
    problem: string,
    remedy = 'restore it, with git for example',
    options?: ErrorOptions,
  ) {
    super(`${file}: ${problem}; ${remedy}`, options);
    this.file = file;
  }
}
