import type { Diagnostic } from '@apipin/openapi-model';
import type { CompatPackages, Drift, ZodOptions } from '@apipin/codegen';

/** One folder to generate. Paths are relative to where the command runs. */
export type Target = VersionTarget | CompatTarget;

/** What is generated of one version of an API. */
export interface VersionTarget {
  readonly kind: 'client' | 'zod';
  readonly specs: readonly [spec: string];
  readonly out: string;
  /** What is asked of validators; a client has none of it. */
  readonly zod: ZodOptions;
}

/** What maps between two versions. */
export interface CompatTarget {
  readonly kind: 'compat';
  readonly specs: readonly [old: string, current: string];
  readonly out: string;
  readonly packages: CompatPackages;
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
