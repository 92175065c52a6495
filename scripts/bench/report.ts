import { availableParallelism, loadavg } from 'node:os';
import { OURS } from './generators.ts';
import { ratioOf, spreadOf, type Measured, type Usage } from './measure.ts';
import { nameOf, peers } from './peers.ts';
import { formatTable } from './table.ts';

const WALL_HEADER = ['Run', 'Wall', 'Min – max'];

/** What a reader needs to know about the machine, in one line. */
export function describeMachine(): string {
  const { platform, arch, version } = process;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${availableParallelism()} cores, Node ${version}, ${platform} ${arch}, load average ${load}`;
}

/** A table of generators, each set against the fastest complete peer and against our own cold run. */
export function formatGenerators(generators: readonly Measured<Usage>[]): string {
  const costs = generators.map(({ name, results }) => ({
    name,
    wallMs: results.map(({ wallMs }) => wallMs),
    cpuMs: results.map(({ cpuMs }) => cpuMs),
    peakBytes: results.map(({ peakBytes }) => peakBytes),
  }));
  const names = peers.filter(({ isComplete }) => isComplete).map(nameOf);
  const [fastest] = costs
    .filter(({ name }) => names.includes(name))
    .sort((a, b) => spreadOf(a.wallMs).median - spreadOf(b.wallMs).median);
  const ours = costs.find(({ name }) => name === OURS);
  const rows = costs.map(({ name, wallMs, cpuMs, peakBytes }) => [
    ...wallCells(name, wallMs),
    formatRatio(wallMs, fastest?.wallMs),
    formatRatio(wallMs, ours?.wallMs),
    formatSeconds(spreadOf(cpuMs).median),
    formatRatio(cpuMs, fastest?.cpuMs),
    formatRatio(cpuMs, ours?.cpuMs),
    `${Math.round(spreadOf(peakBytes).median / 2 ** 20)} MiB`,
  ]);
  const ratios = ['÷ peer', `÷ ${OURS}`];
  const table = formatTable([...WALL_HEADER, ...ratios, 'CPU', ...ratios, 'Peak memory'], rows);
  return `${table}\n\nThe peer is ${fastest?.name}, the fastest that emits all three.`;
}

/** A table of runs of the whole workspace, in ms, each set against the first one. */
export function formatWorkspace(runs: readonly Measured<number>[]): string {
  const rows = runs.map(({ name, results }) => [
    ...wallCells(name, results),
    formatRatio(results, runs[0]?.results),
  ]);
  return formatTable([...WALL_HEADER, '÷ first'], rows);
}

function wallCells(name: string, wallMs: readonly number[]): string[] {
  const { median, min, max } = spreadOf(wallMs);
  return [name, formatSeconds(median), `${formatSeconds(min)} – ${formatSeconds(max)}`];
}

function formatRatio(figures: readonly number[], base: readonly number[] = []): string {
  return ratioOf(figures, base).toFixed(2);
}

function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
