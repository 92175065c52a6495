import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findWebhooks, type Spec } from '@apipin/codegen';
import type { Diagnostic } from '@apipin/openapi-model';
import type { FileChange } from '@apipin/spec-sync';
import { UsageError } from '../command.ts';
import { changesOf, generateTarget } from '../sync/generate-changes.ts';
import { targetsOf } from '../workspace.ts';
import type { Addition, RequestedVersion } from './addition.ts';
import { comparePair, type PairWork } from './compare-pair.ts';
import { editFiles } from './edit-files.ts';
import { emitAddition, packageFolders } from './emit-addition.ts';
import { readApiSpecs, type ReadContext } from './read-api-specs.ts';
import { readIfThere } from './read-if-there.ts';
import { titleOf } from './title-of.ts';

/** Everything that an addition writes, and what it leaves to be done by hand. */
export interface PreparedAddition {
  readonly files: readonly FileChange[];
  /** Absent where there is no pair. */
  readonly work: PairWork | undefined;
  /** Rows of Markdown for the table of packages, where the README has none to add them to. */
  readonly rows: readonly string[];
}

/** An addition, absent where a spec has errors, and everything there is to say about the specs. */
export interface PrepareResult {
  readonly prepared: PreparedAddition | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes everything that is to be written, in memory.
 *
 * @throws UsageError where something stands in the way.
 */
export async function prepareAddition(
  addition: Addition,
  requested: readonly RequestedVersion[],
  context: ReadContext,
  today: Date,
): Promise<PrepareResult> {
  const { root } = context;
  refuseFolders(addition, root);
  const { specs, texts, diagnostics } = await readApiSpecs(addition, requested, context);
  if (specs === undefined) return { prepared: undefined, diagnostics };

  const generated = await generateAddition(addition, specs, root);
  const { api, pair, newest } = addition;
  const modelOf = ({ spec }: { spec: string }) => specOf(specs, spec).model;
  const work = pair && comparePair(modelOf(pair.old), modelOf(pair.current), today);
  const found = addition.added.map(({ spec }) => ({ spec, ...findWebhooks(modelOf({ spec })) }));
  const created = emitAddition(addition, {
    title: titleOf(modelOf(newest), api),
    specs: texts,
    withWebhooks: new Set(found.flatMap(({ spec, webhooks }) => (webhooks ? [spec] : []))),
    missing: work?.missing ?? [],
  });
  await refuseFiles(created, root);
  const { files: edited, rows } = await editFiles(addition, root);
  return {
    prepared: { files: [...created, ...generated, ...edited], work, rows },
    diagnostics: [...diagnostics, ...found.flatMap((each) => each.diagnostics)],
  };
}

async function generateAddition(
  addition: Addition,
  specs: ReadonlyMap<string, Spec>,
  root: string,
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (const target of targetsOf(
    addition.pair ? [addition.pair.old, addition.pair.current] : addition.added,
  )) {
    const files = await generateTarget(root, target, (path) =>
      Promise.resolve(specOf(specs, path.replace(/^specs\//, ''))),
    );
    changes.push(...(await changesOf(root, target, files)));
  }
  return changes;
}

function specOf(specs: ReadonlyMap<string, Spec>, path: string): Spec {
  const spec = specs.get(path);
  if (spec === undefined) throw new RangeError(`${path} was not read`);
  return spec;
}

function refuseFolders(addition: Addition, root: string): void {
  const folders = packageFolders(addition).map((folder) => `packages/${folder}`);
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  if (present.length === 0) return;
  throw new UsageError(
    `${present.join(', ')}: already here; choose other names, or remove what is left of an earlier try`,
  );
}

/** A spec may stand where it belongs already; nothing else is overwritten. */
async function refuseFiles(files: readonly FileChange[], root: string): Promise<void> {
  for (const { path, contents } of files) {
    const present = await readIfThere(join(root, path));
    if (present === undefined || present === contents) continue;
    throw new UsageError(`${path}: already here, with other contents; move it away, or sync it`);
  }
}
