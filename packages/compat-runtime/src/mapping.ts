import type { Finding } from './finding.ts';
import type { Loss } from './loss.ts';

/** A value in the other version's shape, with everything that shape could not hold. */
export interface Mapped<Value, ChangeId extends string = string> {
  readonly value: Value;
  readonly losses: readonly Loss<ChangeId>[];
}

/** `upgrade` is old → current, `downgrade` is current → old. */
export type Direction = 'upgrade' | 'downgrade';

/** What mapping functions share while they map one value. */
export interface MapContext {
  /** What rules have admitted so far. */
  readonly findings: Finding[];
  /** Maps a URL of this API to where the other version has what it leads to. */
  readonly mapLink: (link: string) => string;
}

/**
 * Maps a value of one version to the other, as generated code does: it never mutates its argument, returns the very
 * same value where nothing differs, and so shares every subtree that did not change.
 *
 * What rules admit is added to the findings of `context`, with pointers that start at `value`.
 */
export type MapValue = (value: unknown, context: MapContext) => unknown;

/** Both directions of a mapping. */
export type Mapping = Readonly<Record<Direction, MapValue>>;
