import type { Direction } from './mapping.ts';

/** A value that the other version cannot hold, and what stands there instead. */
export interface Loss {
  /** RFC 6901 pointer to the value, from the root of what was mapped. */
  readonly pointer: string;
  /** Stable id of the change that caused the loss, such as `narrow-file-usage-type`. */
  readonly change: string;
  readonly was: unknown;
  /** `undefined` where the value was left out. */
  readonly becomes: unknown;
  readonly severity: Severity;
}

/** `minor`: a fallback keeps the meaning, only less precise. `major`: the meaning is gone. */
export type Severity = 'minor' | 'major';

/** The part of an HTTP exchange that a mapping was applied to. */
export type Part = 'query' | 'request body' | 'response body';

/** Where in the traffic a loss occurred. */
export interface LossContext {
  readonly operationId: string;
  readonly direction: Direction;
  /**
   * What {@link Loss.pointer} points into. A query is an object that holds an array of strings
   * for each parameter.
   */
  readonly part: Part;
}

/** Hears of each loss. What it throws rejects the call, and a request is not sent. */
export type OnLoss = (loss: Loss, context: LossContext) => void;
