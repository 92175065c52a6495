import { refuse } from './outcome.ts';
import type { Refused } from './outcome.ts';

/**
 * A property that the old version requires and the current one does not: downgrading refuses its absence.
 *
 * @param reason - Why nothing can stand in for it, and what to do, as two clauses of a sentence.
 */
export function relaxPresence(reason: string): RelaxedPresence {
  return {
    class: 'partial',
    upgrade: (value) => value,
    downgrade: (value) => (value === undefined ? refuse(reason) : value),
  };
}

/** A `PartialRule` for values of any type. */
export interface RelaxedPresence {
  readonly class: 'partial';
  readonly upgrade: <Value>(value: Value) => Value;
  readonly downgrade: <Value>(value: Value | undefined) => Value | Refused;
}
