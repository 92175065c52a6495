import { compareBumps } from './bump.ts';
import type { PackageVerdict } from './generated-package.ts';

/** What a person decides over the verdicts. */
export interface BumpOverride {
  readonly bump: 'major' | 'minor' | 'patch';
  /** Why it may be lower than what was found asks for; users of the package read it in the changelog. */
  readonly reason: string | undefined;
}

/** A bump was to be lower than what was found, without a word why. */
export class UnexplainedLoweringError extends Error {
  override readonly name = 'UnexplainedLoweringError';
  readonly package: string;
  /** What was found, and asks for more. */
  readonly finding: string;

  constructor(verdict: PackageVerdict, bump: string) {
    const finding = verdict.reasons[0] ?? '';
    super(
      `${verdict.package}: "${finding}" is ${verdict.bump}, so ${bump} takes a reason; give it with --accept-lower "<reason>"`,
    );
    this.package = verdict.package;
    this.finding = finding;
  }
}

/**
 * Applies what a person decided to every package that has something to release. With a reason, the bump is an upper
 * bound; without one, a lower bound.
 *
 * @throws {UnexplainedLoweringError} where a verdict would be lowered without a reason.
 */
export function overrideVerdicts(
  verdicts: readonly PackageVerdict[],
  { bump, reason }: BumpOverride,
): PackageVerdict[] {
  const isExplained = reason !== undefined && reason.trim() !== '';
  return verdicts.map((verdict) => {
    if (verdict.bump === 'none') return verdict;
    const change = compareBumps(bump, verdict.bump);
    if (change < 0 && !isExplained) throw new UnexplainedLoweringError(verdict, bump);
    const isMeant = isExplained ? change < 0 : change > 0;
    return isMeant ? { ...verdict, bump } : verdict;
  });
}
