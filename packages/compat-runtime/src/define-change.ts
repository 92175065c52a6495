import { UnmappableValueError } from './errors/unmappable-value-error.ts';
import { prependToken } from './json-pointer.ts';
import type { Severity } from './loss.ts';
import type { Direction, Mapped, Mapping } from './mapping.ts';

/** One named difference between two versions, with both ways across it. */
export interface Change<Old, Current> extends Mapping<Old, Current> {
  /** Stable and in kebab-case: a verb and what changed, such as `narrow-media-type`. */
  readonly id: string;
}

/** One direction of a rule: keeps the value, loses part of it, or refuses it. */
export type Rule<From, To> = (value: From, outcome: Outcome) => Mapped<To>;

/** The value, or the property of the value, that a rule has something to admit about. */
interface Admission {
  /** Left out when it is the whole value. */
  readonly property?: string;
  readonly was: unknown;
}

/** What a rule can admit; the change and the direction are filled in. */
export interface Outcome {
  /** Hands on what is left, or a fallback. */
  lose<T>(
    value: T,
    loss: Admission & { readonly becomes?: unknown; readonly severity: Severity },
  ): Mapped<T>;
  /**
   * Refuses a value for which no fallback is faithful.
   *
   * @param reason - Why, and what to do, as two clauses.
   * @throws UnmappableValueError always.
   */
  refuse(refusal: Admission & { readonly reason: string }): never;
}

/**
 * Defines a change by its two rules.
 *
 * A rule is given whatever the traffic holds: it keeps what does not have the type it expects, and
 * leaves it to the receiver to reject that.
 */
export function defineChange<Old, Current>(change: {
  readonly id: string;
  readonly upgrade: Rule<Old, Current>;
  readonly downgrade: Rule<Current, Old>;
}): Change<Old, Current> {
  const { id, upgrade, downgrade } = change;
  const upgradeOutcome = outcomeOf(id, 'upgrade');
  const downgradeOutcome = outcomeOf(id, 'downgrade');
  return {
    id,
    upgrade: (value) => upgrade(value, upgradeOutcome),
    downgrade: (value) => downgrade(value, downgradeOutcome),
  };
}

function outcomeOf(change: string, direction: Direction): Outcome {
  return {
    lose(value, { property, was, becomes, severity }) {
      return { value, losses: [{ pointer: pointerTo(property), change, was, becomes, severity }] };
    },
    refuse({ property, was, reason }) {
      const pointer = pointerTo(property);
      throw new UnmappableValueError({ pointer, change, value: was, direction, reason });
    },
  };
}

function pointerTo(property: string | undefined): string {
  return property === undefined ? '' : prependToken(property, '');
}
