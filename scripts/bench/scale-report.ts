import { stat } from 'node:fs/promises';
import type { BigDocument } from './big-documents.ts';
import type { Outcome } from './big-runs.ts';
import type { Compilation } from './compile-output.ts';
import { ratioOf, spreadOf, type Measured, type Usage } from './measure.ts';
import { formatTable } from './table.ts';

/** What one contender's rounds cost, where all of them ended well. */
interface Costs {
  readonly wallMs: readonly number[];
  readonly cpuMs: readonly number[];
  readonly peakBytes: readonly number[];
}

const COST_HEADER = ['Wall', 'CPU', 'Peak memory'];

/** A table of generators at work on one document, each set against the first, which is ours. */
export async function formatOutcomes(
  { name, path }: BigDocument,
  outcomes: readonly Measured<Outcome>[],
): Promise<string> {
  const { size } = await stat(path);
  const ours = costsOf(outcomes[0]?.results ?? []);
  const rows = outcomes.map(({ name, results }) => {
    const costs = costsOf(results);
    if (costs === undefined) return [name, failureOf(results), '–', '–', '–', '–'];
    const ratios = [formatRatio(costs.wallMs, ours?.wallMs), formatRatio(costs.cpuMs, ours?.cpuMs)];
    return [name, ...costCells(costs), ...ratios];
  });
  const title = `${name}, ${(size / 1e6).toFixed(1)} MB`;
  return formatTable([title, ...COST_HEADER, 'Wall ÷ apipin', 'CPU ÷ apipin'], rows);
}

/** A table of growing documents; what grows as they do has the same CPU time per copy in all rows. */
export function formatGrowth(outcomes: readonly Measured<Outcome>[]): string {
  const rows = outcomes.map(({ name, results }, index) => {
    const costs = costsOf(results);
    if (costs === undefined) return [name, failureOf(results), '–', '–', '–', '–'];
    const before = costsOf(outcomes[index - 1]?.results ?? []);
    const perCopy = spreadOf(costs.cpuMs).median / Number(name);
    const ratio = before === undefined ? '–' : formatRatio(costs.cpuMs, before.cpuMs);
    return [name, ...costCells(costs), `${perCopy.toFixed(1)} ms`, ratio];
  });
  return formatTable(['Copies', ...COST_HEADER, 'CPU per copy', 'CPU ÷ row above'], rows);
}

/** A table of what the compiler makes of our output. */
export function formatCompilations(compilations: readonly Compilation[]): string {
  const rows = compilations.map(({ name, wallMs, errorCount }) => [
    name,
    formatSeconds(wallMs),
    errorCount === 0 ? 'none' : `${errorCount}`,
  ]);
  return formatTable(['Compiling the output of', 'Wall', 'Errors'], rows);
}

function costsOf(results: readonly Outcome[]): Costs | undefined {
  const usages = results.filter((outcome): outcome is Usage => !('failure' in outcome));
  if (usages.length === 0 || usages.length < results.length) return undefined;
  return {
    wallMs: usages.map(({ wallMs }) => wallMs),
    cpuMs: usages.map(({ cpuMs }) => cpuMs),
    peakBytes: usages.map(({ peakBytes }) => peakBytes),
  };
}

function failureOf(results: readonly Outcome[]): string {
  const failures = results.flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : []));
  return [...new Set(failures)].join(', ');
}

function costCells({ wallMs, cpuMs, peakBytes }: Costs): string[] {
  return [
    formatSeconds(spreadOf(wallMs).median),
    formatSeconds(spreadOf(cpuMs).median),
    `${Math.round(spreadOf(peakBytes).median / 2 ** 20)} MiB`,
  ];
}

function formatRatio(figures: readonly number[], base: readonly number[] = []): string {
  return ratioOf(figures, base).toFixed(2);
}

function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
