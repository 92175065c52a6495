import { join } from 'node:path';
import { listChangeIds, planFolder, type GeneratedFile, type Spec } from '@apipin/codegen';
import type { FileChange } from '@apipin/spec-sync';
import { prepareTarget } from '../generate-target.ts';
import type { Target } from '../target.ts';

/** Finds the spec that a target names, by its path from the repository. */
export type FindSpec = (path: string) => Promise<Spec>;

/** What a target of the repository at `root` has in one of two states of its specs. */
export async function generateTarget(
  root: string,
  target: Target,
  findSpec: FindSpec,
): Promise<readonly GeneratedFile[]> {
  const specs = await Promise.all(target.specs.map(findSpec));
  const read = specs.map((spec) => ({ spec, diagnostics: [] }));
  const { files } = await prepareTarget(target, read, root);
  if (files === undefined) throw new Error(`${target.out}: a spec went missing`);
  return files;
}

/**
 * What is to change in the folder of a target for it to hold `files`.
 *
 * @throws ForeignFilesError where a file that was not generated would be overwritten.
 */
export async function changesOf(
  root: string,
  { out }: Target,
  files: readonly GeneratedFile[],
): Promise<FileChange[]> {
  const { missing, changed, leftover } = await planFolder(join(root, out), files);
  const contents = new Map(files.map((file) => [file.path, file.contents]));
  return [...missing, ...changed, ...leftover].map((path) => ({
    path: `${out}/${path}`,
    contents: contents.get(path),
  }));
}

/** Rules between two versions that are to be written, and those that nothing needs any more. */
export interface RuleWork {
  readonly missing: readonly string[];
  readonly needless: readonly string[];
}

/** What a changed spec asks of the rules that were complete before. */
export async function findRuleWork(
  { specs }: Target,
  before: FindSpec,
  after: FindSpec,
): Promise<RuleWork> {
  const idsIn = async (findSpec: FindSpec): Promise<string[]> => {
    const [old, current] = await Promise.all(specs.map(findSpec));
    return old && current ? listChangeIds(old.model, current.model) : [];
  };
  const [ids, wanted] = await Promise.all([idsIn(before), idsIn(after)]);
  return {
    missing: wanted.filter((id) => !ids.includes(id)),
    needless: ids.filter((id) => !wanted.includes(id)),
  };
}
