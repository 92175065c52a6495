import { emitTextReport, type Diff } from '@apipin/openapi-diff';
import { createColors } from 'picocolors';
import { usesColour } from '../report.ts';
import { printable } from '../status/printable.ts';
import type { Terminal } from '../terminal.ts';
import type { PinnedVersion } from './read-pinned.ts';
import type { SyncPlan } from './sync-plan.ts';

/** A sync that is over. */
export interface FinishedSync {
  readonly pinned: PinnedVersion;
  readonly plan: SyncPlan;
  /** Whether nothing was written because the user asked for that. */
  readonly isDry: boolean;
}

/** Prints what happened for people: the changes, what they mean to each package, and what is left to do. */
export function reportSyncsAsText(syncs: readonly FinishedSync[], terminal: Terminal): void {
  for (const sync of syncs) reportAsText(sync, terminal);
}

function reportAsText({ pinned, plan, isDry }: FinishedSync, { stdout, env }: Terminal): void {
  const { bold, dim, red, ...colours } = createColors(usesColour(stdout, env));
  const { api, id } = pinned.entry;
  const print = (line = ''): unknown => stdout.write(`${line}\n`);
  if (plan.diff !== undefined) {
    print(emitTextReport(withoutWords(plan.diff), { bold, dim, red, ...colours }));
  }
  for (const { kind, from, to } of plan.renamed ?? []) {
    print(dim(printable(`${kind}: ${from} stays ${to}`)));
  }
  for (const note of plan.notes) print(`${api} ${id}: ${note}`);
  for (const { package: name, bump } of plan.packages ?? []) {
    print(`${(bump === 'major' ? red : dim)(bump.padEnd(5))} ${name}`);
  }
  if (plan.outcome === 'taken') {
    print(bold(`${isDry ? 'would change' : 'changed'} ${plan.files.length} files`));
    if (plan.changeset !== undefined) print(`changeset: ${plan.changeset}`);
  }
  for (const step of nextSteps(plan)) print(step);
}

function nextSteps({ rules, outcome, changeset }: SyncPlan): string[] {
  if (outcome !== 'taken') return [];
  const { missing = [], needless = [] } = rules ?? {};
  return [
    ...missing.map(
      (id) => printable(`write a rule for ${id}`) + ': the build fails until there is one',
    ),
    ...needless.map(
      (id) =>
        printable(`remove the rule for ${id}`) + ': the versions do not differ there any more',
    ),
    changeset === undefined ? 'next: run the tests' : 'next: read the changeset, and run the tests',
  ];
}

/** Moved words are no reason for a sync, and would hide what is. */
function withoutWords(diff: Diff): Diff {
  return { ...diff, changes: diff.changes.filter(({ level }) => level !== 'docs') };
}

/** Prints what happened for machines, as one JSON array. */
export function reportSyncsAsJson(syncs: readonly FinishedSync[], { stdout }: Terminal): void {
  stdout.write(`${JSON.stringify(syncs.map(toJson), null, 2)}\n`);
}

function toJson({ pinned, plan, isDry }: FinishedSync): object {
  const { outcome, notes, diff, renamed = [], packages = [], changeset = null, files } = plan;
  return {
    api: pinned.entry.api,
    version: pinned.entry.id,
    outcome,
    dryRun: isDry,
    notes,
    changes: diff?.changes ?? [],
    renamed,
    packages,
    changeset,
    rules: plan.rules ?? { missing: [], needless: [] },
    written: files.flatMap(({ path, contents }) => (contents === undefined ? [] : [path])),
    removed: files.flatMap(({ path, contents }) => (contents === undefined ? [path] : [])),
  };
}
