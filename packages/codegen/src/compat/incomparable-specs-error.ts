/** Versions differ in a way that no rule could map. */
export class IncomparableSpecsError extends Error {
  override readonly name = 'IncomparableSpecsError';
  /** What differs, and what to do about it, one sentence for each place. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`these differences cannot be mapped, and nothing was written:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}
