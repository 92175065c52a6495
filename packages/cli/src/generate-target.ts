import {
  findDrift,
  ForeignFilesError,
  generateClient,
  generateCompat,
  generateZod,
  IncomparableSpecsError,
  isCurrent,
  writeFolder,
  type Drift,
  type GeneratedFile,
  type Spec,
} from '@apipin/codegen';
import type { Diagnostic } from '@apipin/openapi-model';
import { resolve } from 'node:path';
import { UsageError } from './command.ts';
import type { ReadSpec } from './read-spec.ts';
import type { Target, TargetResult } from './target.ts';

const NO_DRIFT: Drift = { missing: [], changed: [], leftover: [] };

/** Files that are ready to be written, or the reasons why there are none. */
export interface PreparedTarget {
  readonly target: Target;
  readonly files: readonly GeneratedFile[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates the files of `target` in memory, of the specs that it names. */
export async function prepareTarget(
  target: Target,
  read: readonly ReadSpec[],
): Promise<PreparedTarget> {
  const diagnostics = read.flatMap((each) => each.diagnostics);
  const specs = read.flatMap(({ spec }) => (spec === undefined ? [] : [spec]));
  const isComplete = specs.length === target.specs.length;
  const files = isComplete ? await generateOrExplain(target, specs as [Spec, Spec]) : undefined;
  return { target, files, diagnostics };
}

async function generateOrExplain(target: Target, specs: [Spec, Spec]): Promise<GeneratedFile[]> {
  try {
    return await generateFiles(target, specs);
  } catch (error) {
    if (error instanceof IncomparableSpecsError)
      throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function generateFiles(target: Target, [spec, next]: [Spec, Spec]): Promise<GeneratedFile[]> {
  switch (target.kind) {
    case 'client':
      return generateClient(spec, target);
    case 'zod':
      return generateZod(spec, target.zod);
    case 'compat':
      return generateCompat(spec, next, target.packages);
  }
}

/** Writes prepared files, or with `check` only compares them with what is there. */
export async function finishTarget(
  { target, files, diagnostics }: PreparedTarget,
  folder: string,
  check: boolean,
): Promise<TargetResult> {
  if (files === undefined)
    return { target, status: 'failed', fileCount: 0, drift: NO_DRIFT, diagnostics };
  const out = resolve(folder, target.out);
  const drift = check ? await findDrift(out, files) : await writeOrExplain(out, files);
  const status = isCurrent(drift) ? 'unchanged' : check ? 'drifted' : 'written';
  return { target, status, fileCount: files.length, drift, diagnostics };
}

async function writeOrExplain(out: string, files: readonly GeneratedFile[]): Promise<Drift> {
  try {
    return await writeFolder(out, files);
  } catch (error) {
    if (error instanceof ForeignFilesError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
