import { UnmappableValueError } from './errors/unmappable-value-error.ts';
import type { Refusal, RefusalContext } from './errors/unmappable-value-error.ts';
import type { Finding } from './finding.ts';
import type { Loss } from './loss.ts';
import { Refused } from './outcome.ts';

/**
 * The losses among what rules have admitted.
 *
 * @throws UnmappableValueError with every refusal, where there is one.
 */
export function settleFindings(findings: readonly Finding[], context: RefusalContext): Loss[] {
  const losses: Loss[] = [];
  const refusals: Refusal[] = [];
  for (const { pointer, change, was, outcome } of findings) {
    if (outcome instanceof Refused) {
      refusals.push({ pointer, change, value: was, reason: outcome.reason });
    } else {
      const { value: becomes, severity } = outcome;
      losses.push({ pointer, change, was, becomes, severity });
    }
  }
  const [first, ...others] = refusals;
  if (first !== undefined) throw new UnmappableValueError([first, ...others], context);
  return losses;
}
