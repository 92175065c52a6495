import type { Diagnostics } from './compile-consumer.ts';
import type { EditorReport } from './editor.ts';
import { ratioOf, spreadOf, type Measured } from './measure.ts';
import { formatTable } from './table.ts';

/** A table of what the compiler did for each client; ratios are to the first, which is ours. */
export function formatDiagnostics(diagnostics: readonly Measured<Diagnostics>[]): string {
  const ours = checkTimes(diagnostics[0]?.results ?? []);
  const rows = diagnostics.map(({ name, results }) => [
    name,
    formatCount(results.map(({ instantiations }) => instantiations)),
    formatCount(results.map(({ types }) => types)),
    `${(medianOf(results.map(({ memoryBytes }) => memoryBytes)) / 2 ** 20).toFixed(1)} MiB`,
    formatMs(checkTimes(results)),
    ratioOf(checkTimes(results), ours).toFixed(2),
    formatMs(results.map(({ totalMs }) => totalMs)),
  ]);
  const header = ['Client', 'Instantiations', 'Types', 'Memory', 'Check', '÷ apipin', 'Total'];
  return formatTable(header, rows);
}

/** A table of how long an editor waits for each client. */
export function formatEditors(reports: readonly Measured<EditorReport>[]): string {
  const rows = reports.map(({ name, results }) => [
    name,
    formatMs(results.map(({ openMs }) => openMs)),
    formatMs(results.map(({ hoverMs }) => hoverMs)),
    formatMs(results.map(({ completeMs }) => completeMs)),
    formatMs(results.map(({ errorsMs }) => errorsMs)),
  ]);
  return formatTable(['Client', 'First hover', 'Hover', 'Completion', 'Errors'], rows);
}

/** What hovering shows, for each client. */
export function formatHovers(reports: readonly Measured<EditorReport>[]): string {
  return reports
    .map(({ name, results }) => `${name}:\n\n\`\`\`\n${results[0]?.hovers.join('\n\n')}\n\`\`\``)
    .join('\n\n');
}

function checkTimes(results: readonly Diagnostics[]): number[] {
  return results.map(({ checkMs }) => checkMs);
}

function medianOf(figures: readonly number[]): number {
  return spreadOf(figures).median;
}

function formatCount(figures: readonly number[]): string {
  return `${medianOf(figures)}`;
}

function formatMs(figures: readonly number[]): string {
  const median = medianOf(figures);
  return `${median.toFixed(median < 10 ? 1 : 0)} ms`;
}
