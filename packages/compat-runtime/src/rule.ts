import type { Lossy, Refused } from './outcome.ts';

/**
 * Both ways across one change between two versions of an API.
 *
 * A rule is pure, and returns the very value it is given where both versions hold it alike. `undefined` stands for an
 * absent property. It is given whatever the traffic holds: a value that is not of the type it expects is returned as it
 * is, for the receiver to reject.
 */
export type Rule<Old, Current> =
  IsoRule<Old, Current> | LossyRule<Old, Current> | PartialRule<Old, Current>;

/** `iso`: nothing is ever lost. `lossy`: nothing is ever refused. `partial`: some values are refused. */
export type RuleClass = Rule<never, never>['class'];

/** Each value comes back from the other version as it was. */
export interface IsoRule<Old, Current> {
  readonly class: 'iso';
  readonly upgrade: (value: Old) => Current;
  readonly downgrade: (value: Current) => Old;
}

/** Each value has a counterpart in the other version, although not always one that it comes back from. */
export interface LossyRule<Old, Current> {
  readonly class: 'lossy';
  readonly upgrade: (value: Old) => Current | Lossy<Current>;
  readonly downgrade: (value: Current) => Old | Lossy<Old>;
}

/** Some values have no faithful counterpart in the other version. */
export interface PartialRule<Old, Current> {
  readonly class: 'partial';
  readonly upgrade: (value: Old) => Current | Lossy<Current> | Refused;
  readonly downgrade: (value: Current) => Old | Lossy<Old> | Refused;
}
