import type { Diagnostic } from '@apipin/openapi-model';
import type { Drift } from '@apipin/codegen';

/** One folder to generate. Paths are relative to where the command runs. */
export interface Target {
  readonly kind: 'client' | 'zod';
  readonly spec: string;
  readonly out: string;
  /** For validators: the package of the client whose types they are held to. */
  readonly agreeWith: string | undefined;
}

/** What became of a target. */
export interface TargetResult {
  readonly target: Target;
  /** `failed`: the spec has errors, and the folder is as it was. */
  readonly status: 'written' | 'unchanged' | 'drifted' | 'failed';
  readonly fileCount: number;
  readonly drift: Drift;
  readonly diagnostics: readonly Diagnostic[];
}
