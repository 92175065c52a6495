import type { Loss } from './loss.ts';

/** A value in the other version's shape, with everything that shape could not hold. */
export interface Mapped<T> {
  readonly value: T;
  readonly losses: readonly Loss[];
}

/**
 * One direction of a mapping: a pure function that never mutates its argument, and whose result
 * shares every subtree that did not change.
 */
export type MapValue<From, To> = (value: From) => Mapped<To>;

/** Both directions between the old and the current shape of one schema. */
export interface Mapping<Old, Current> {
  readonly upgrade: MapValue<Old, Current>;
  readonly downgrade: MapValue<Current, Old>;
}

/** `upgrade` is old → current, `downgrade` is current → old. */
export type Direction = keyof Mapping<unknown, unknown>;

/** A mapping whose types are no longer of interest, as a plan holds it. */
export interface ErasedMapping {
  readonly upgrade: MapValue<never, unknown>;
  readonly downgrade: MapValue<never, unknown>;
}

const noLosses: readonly Loss[] = [];

/** The outcome of mapping a value that both versions hold alike. */
export function keep<T>(value: T): Mapped<T> {
  return { value, losses: noLosses };
}
