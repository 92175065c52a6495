import type { Diagnostic } from '@apipin/openapi-model';
import type { Drift, ZodOptions } from '@apipin/codegen';

/** One folder to generate. Paths are relative to where the command runs. */
export interface Target {
  readonly kind: 'client' | 'zod';
  readonly spec: string;
  readonly out: string;
  /** What is asked of validators; a client has none of it. */
  readonly zod: ZodOptions;
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
