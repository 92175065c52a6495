import { join } from 'node:path';
import type { GeneratedFile, Spec } from '@apipin/codegen';
import type { Diff } from '@apipin/openapi-diff';
import { digestContract } from '@apipin/openapi-model';
import {
  changesetFileName,
  compareDeclarations,
  compareExportedNames,
  judgePackages,
  renderChangeset,
  type BumpOverride,
  type ChangesetInput,
  type FileChange,
  type GeneratedPackage,
  type PackageVerdict,
  type TakenDocument,
} from '@apipin/spec-sync';
import { readSpec } from '../read-spec.ts';
import type { KnownApisTarget, Target } from '../target.ts';
import { packageOf, repositoryTargets } from '../workspace.ts';
import {
  changesOf,
  findRuleWork,
  generateTarget,
  type FindSpec,
  type RuleWork,
} from './generate-changes.ts';
import type { PinnedVersion } from './read-pinned.ts';

/** What a new spec makes of the packages that come of it. */
export interface Regenerated {
  readonly files: readonly FileChange[];
  readonly packages: readonly PackageVerdict[];
  /** Absent where no package has anything to release. */
  readonly changeset: { readonly name: string; readonly text: string } | undefined;
  readonly rules: RuleWork;
}

/** Generates every package that comes of the version, in memory, and judges each. */
export async function regenerate(
  pinned: PinnedVersion,
  document: TakenDocument,
  diff: Diff,
  override: BumpOverride | undefined,
): Promise<Regenerated> {
  const { root, paths, spec } = pinned;
  const before = specFinder(root, paths.spec, spec);
  const after = specFinder(root, paths.spec, document);
  const targets = (await repositoryTargets(root)).filter(({ specs }) =>
    specs.some((path) => path === paths.spec),
  );
  const files: FileChange[] = [];
  const generated: GeneratedPackage[] = [];
  for (const target of targets) {
    const current = await generateTarget(root, target, after);
    files.push(...(await changesOf(root, target, current)));
    if (target.kind === 'known-apis') continue;
    const old = await generateTarget(root, target, before);
    generated.push(await describePackage(pinned, target, old, current));
  }
  const packages = judgePackages(diff.changes, generated);
  const declarations = generated.flatMap((each) =>
    each.kind === 'client' ? each.declarations.changes : [],
  );
  return {
    files,
    packages,
    changeset: emitChangeset(pinned, document, {
      packages,
      changes: diff.changes,
      declarations,
      override,
    }),
    rules: await ruleWork(targets, before, after),
  };
}

/** One spec is given, and the others are read where they stand. */
function specFinder(root: string, path: string, spec: Spec): FindSpec {
  return async (wanted) => {
    if (wanted === path) return spec;
    const read = await readSpec(join(root, wanted), {});
    if (read.spec !== undefined) return read.spec;
    throw new Error(`${wanted} has errors; apipin generate --check lists them`);
  };
}

/** @throws UsageError where a person lowers a verdict without a reason. */
function emitChangeset(
  { entry }: PinnedVersion,
  { root }: TakenDocument,
  {
    packages,
    ...rest
  }: Pick<Regenerated, 'packages'> & Omit<ChangesetInput, 'api' | 'version' | 'verdicts'>,
): Regenerated['changeset'] {
  if (packages.every(({ bump }) => bump === 'none')) return undefined;
  const version = { api: entry.api, version: entry.id };
  const text = renderChangeset({ ...version, verdicts: packages, ...rest });
  return { name: changesetFileName(version, digestContract(root), text), text };
}

async function describePackage(
  { paths }: PinnedVersion,
  target: Exclude<Target, KnownApisTarget>,
  old: readonly GeneratedFile[],
  current: readonly GeneratedFile[],
): Promise<GeneratedPackage> {
  const name = packageOf(target);
  switch (target.kind) {
    case 'client':
      return {
        kind: 'client',
        package: name,
        declarations: await compareDeclarations(old, current),
      };
    case 'zod': {
      const declarations = await compareExportedNames(old, current);
      return { kind: 'validators', package: name, declarations };
    }
    case 'compat': {
      const side = target.specs[0] === paths.spec ? 'old' : 'current';
      return {
        kind: 'compat',
        package: name,
        declarations: await compareExportedNames(old, current),
        side,
      };
    }
  }
}

async function ruleWork(
  targets: readonly Target[],
  before: FindSpec,
  after: FindSpec,
): Promise<RuleWork> {
  const work: RuleWork[] = [];
  for (const target of targets) {
    if (target.kind === 'compat') work.push(await findRuleWork(target, before, after));
  }
  return {
    missing: work.flatMap(({ missing }) => missing),
    needless: work.flatMap(({ needless }) => needless),
  };
}
