import type { Diagnostic } from '@apipin/openapi-model';
import type { VersionEntry } from './versions-file.ts';
import type { ClientOptions, CompatPackages, Drift, ZodOptions } from '@apipin/codegen';

/** One folder to generate. Paths are relative to where the command runs. */
export type Target = ClientTarget | ZodTarget | CompatTarget | KnownApisTarget;

/** A client of one version of an API. */
export interface ClientTarget extends ClientOptions {
  readonly kind: 'client';
  readonly specs: readonly [spec: string];
  readonly out: string;
}

/** Validators for one version of an API. */
export interface ZodTarget {
  readonly kind: 'zod';
  readonly specs: readonly [spec: string];
  readonly out: string;
  readonly zod: ZodOptions;
}

/** What maps between two versions. */
export interface CompatTarget {
  readonly kind: 'compat';
  readonly specs: readonly [old: string, current: string];
  readonly out: string;
  readonly packages: CompatPackages;
}

/** What `apipin status` knows of versions wherever it runs. */
export interface KnownApisTarget {
  readonly kind: 'known-apis';
  /** In the order of `versions`. */
  readonly specs: readonly string[];
  readonly out: string;
  readonly versions: readonly VersionEntry[];
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
