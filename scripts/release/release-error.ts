/** Something has to be put right before a release. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
