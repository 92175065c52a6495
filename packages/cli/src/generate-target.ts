import {
  findDrift,
  findWebhooks,
  generateClient,
  generateCompat,
  generateZod,
  isCurrent,
  writeFolder,
  type Drift,
  type GeneratedFile,
  type Spec,
} from '@apipin/codegen';
import type { Diagnostic } from '@apipin/openapi-model';
import { resolve } from 'node:path';
import { readPackageVersion } from './read-package-version.ts';
import type { ReadSpec } from './read-spec.ts';
import { emitKnownApis } from './status/emit-known-apis.ts';
import { knownApis, knownOperations } from './status/read-known-apis.ts';
import type { Target, TargetResult } from './target.ts';

const NO_DRIFT: Drift = { missing: [], changed: [], leftover: [] };

/** Files that are ready to be written, or the reasons why there are none. */
export interface PreparedTarget {
  readonly target: Target;
  readonly files: readonly GeneratedFile[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates the files of `target` in memory, of the specs that it names.
 *
 * @param folder - What the target's paths are relative to.
 */
export async function prepareTarget(
  target: Target,
  read: readonly ReadSpec[],
  folder: string,
): Promise<PreparedTarget> {
  const specs = read.flatMap(({ spec }) => (spec === undefined ? [] : [spec]));
  const isComplete = specs.length === target.specs.length;
  const files = isComplete ? await generateFiles(target, specs, folder) : undefined;
  // Validators leave out the same, which need not be said twice.
  const leftOut =
    target.kind === 'client' ? specs.flatMap(({ model }) => findWebhooks(model).diagnostics) : [];
  return { target, files, diagnostics: [...read.flatMap((each) => each.diagnostics), ...leftOut] };
}

/** @param specs - As many as the target names. */
async function generateFiles(
  target: Target,
  specs: readonly Spec[],
  folder: string,
): Promise<GeneratedFile[]> {
  const [spec, next] = specs as [Spec, Spec];
  switch (target.kind) {
    case 'client':
      return generateClient(spec, {
        ...target,
        packageVersion: await readPackageVersion(resolve(folder, target.out, '..')),
      });
    case 'zod':
      return generateZod(spec, target.zod);
    case 'compat':
      return generateCompat(spec, next, target.packages);
    case 'known-apis': {
      const operations = new Map(
        target.versions.map((version, index) => [version, specs[index]?.model] as const),
      );
      return [
        emitKnownApis(
          knownApis(target.versions, (version) => {
            const model = operations.get(version);
            return model === undefined ? [] : knownOperations(model);
          }),
        ),
      ];
    }
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
  const drift = check ? await findDrift(out, files) : await writeFolder(out, files);
  const status = isCurrent(drift) ? 'unchanged' : check ? 'drifted' : 'written';
  return { target, status, fileCount: files.length, drift, diagnostics };
}
