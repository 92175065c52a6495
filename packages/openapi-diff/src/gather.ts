import type { Operation } from '@apipin/openapi-model';
import type { TouchedOperation } from './change.ts';
import { findingsIn, type Comparison, type Finding } from './finding.ts';

/** All that was found, by the ids of the changes. */
export type Gathering = Map<string, Gathered>;

/** What was found, and on which operations it bears. */
export interface Gathered {
  readonly finding: Finding;
  readonly operations: ReadonlyMap<string, TouchedOperation>;
  /** Whether nobody was to rely on what changed. */
  readonly isIdle: boolean;
}

/** The operation that something was found in. */
export interface Origin {
  readonly operation: Operation;
  /** Whether it was promised to stay as it was. */
  readonly isStable: boolean;
}

/** Adds what a comparison found; what is found in several operations is one change. */
export function gather(gathering: Gathering, comparison: Comparison, origin?: Origin): void {
  for (const finding of findingsIn(comparison)) {
    const { rule, subject, item } = finding;
    const id = [rule, subject, ...(item === undefined ? [] : [item])].join(':');
    const known = gathering.get(id);
    const isIdle = finding.isIdle === true || origin?.isStable === false;
    const operations = new Map(known?.operations);
    if (origin !== undefined) operations.set(origin.operation.operationId, touched(origin));
    gathering.set(id, {
      finding: known?.finding ?? finding,
      operations,
      isIdle: isIdle && known?.isIdle !== false,
    });
  }
}

function touched({ operation: { operationId, method, path } }: Origin): TouchedOperation {
  return { operationId, method: method.toUpperCase(), path };
}
