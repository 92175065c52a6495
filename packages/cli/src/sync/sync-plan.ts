import type { Diff } from '@apipin/openapi-diff';
import type { FileChange, PackageVerdict, Renaming } from '@apipin/spec-sync';
import type { RuleWork } from './generate-changes.ts';

/** What a sync is going to do, and why. */
export interface SyncPlan {
  /** `unchanged`: nothing of meaning differs. `waiting`: it has not stood for long enough. `taken`: it is pinned now. */
  readonly outcome: 'unchanged' | 'waiting' | 'taken';
  /** What happened, a sentence each, in the order it was found. */
  readonly notes: readonly string[];
  /** What changed by meaning; absent where nothing was compared. */
  readonly diff?: Diff;
  /** What upstream calls otherwise. */
  readonly renamed?: readonly Renaming[];
  /** What the change means to each package. */
  readonly packages?: readonly PackageVerdict[];
  /** The path of the changeset that is written. */
  readonly changeset?: string | undefined;
  /** What is left to be done by hand. */
  readonly rules?: RuleWork;
  /** Everything that is to be written and removed. */
  readonly files: readonly FileChange[];
}
