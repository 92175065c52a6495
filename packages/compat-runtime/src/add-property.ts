import type { Severity } from './loss.ts';
import { lose } from './outcome.ts';
import type { Lossy } from './outcome.ts';
import type { LossyRule } from './rule.ts';

/** A rule for an optional property that the old version does not have. */
export type AddedProperty<Value> = LossyRule<undefined, Value | undefined>;

/** An {@link AddedProperty} for values of any type. */
export interface LeftOutProperty {
  readonly class: 'lossy';
  readonly upgrade: (value: unknown) => undefined | Lossy<undefined>;
  readonly downgrade: (value: unknown) => undefined | Lossy<undefined>;
}

/**
 * An optional property that means something in the current version alone: it is left out on the way from one version to
 * the other, with a loss.
 *
 * So it is on the way to the current version too. There it would come to mean what the old version has ignored.
 *
 * @param severity - Of leaving it out for the old version; the other way is always minor.
 */
export function leaveOutAdded(severity: Severity): LeftOutProperty {
  return {
    class: 'lossy',
    upgrade: (value) => leaveOut(value, 'minor'),
    downgrade: (value) => leaveOut(value, severity),
  };
}

function leaveOut(value: unknown, severity: Severity): undefined | Lossy<undefined> {
  return value === undefined ? undefined : lose(undefined, severity);
}

/**
 * An optional property that does no harm in the old version: it is one of the unknown properties there.
 *
 * @param accepts - Whether the current version takes a value. The old version takes any, since it does not know the
 * property; what the current version would reject is left out there, with a minor loss.
 */
export function keepAdded<Value>(accepts: (value: unknown) => boolean): AddedProperty<Value> {
  return {
    class: 'lossy',
    upgrade: (value: unknown) =>
      value === undefined || accepts(value)
        ? (value as Value | undefined)
        : lose(undefined, 'minor'),
    downgrade: (value) => value as undefined,
  };
}
