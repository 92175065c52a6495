import type { Direction } from './mapping.ts';

/** A value that the other version cannot hold, and what stands there instead. */
export interface Loss<ChangeId extends string = string> {
  /** RFC 6901 pointer to the value, from the root of what was mapped. */
  readonly pointer: string;
  /** The change that caused the loss, such as `PublicFile.fileUsageType`. */
  readonly change: ChangeId;
  readonly was: unknown;
  /** `undefined` where the value was left out. */
  readonly becomes: unknown;
  readonly severity: Severity;
}

/** `minor`: a fallback keeps the meaning, only less precise. `major`: the meaning is gone. */
export type Severity = 'minor' | 'major';

/** The part of an HTTP exchange that a mapping was applied to. */
export type Part =
  'path' | 'query' | 'request headers' | 'request body' | 'response headers' | 'response body';

/** Where in the traffic a loss occurred. */
export interface LossContext {
  readonly operationId: string;
  readonly direction: Direction;
  /**
   * What {@link Loss.pointer} points into. A query is an object that holds an array of strings for each parameter, a
   * path and headers are objects that hold a string for each.
   */
  readonly part: Part;
}

/** Hears of each loss. What it throws rejects the call, and a request is not sent. */
export type OnLoss<ChangeId extends string = string> = (
  loss: Loss<ChangeId>,
  context: LossContext,
) => void;
