import { formatDiagnostic, type Diagnostic } from '@apipin/openapi-model';
import { createColors } from 'picocolors';
import type { Target, TargetResult } from './target.ts';
import type { OutputStream, Terminal } from './terminal.ts';

/** How many problems of one code are shown: a document that has one mistake hundreds of times is to be read as well. */
const SHOWN = 10;

/** Prints results for people: problems to the error stream, a line per target to the other. */
export function reportAsText(results: readonly TargetResult[], terminal: Terminal): void {
  const { stdout, stderr, env } = terminal;
  reportDiagnostics(distinctDiagnostics(results), terminal, '; --json lists them all');
  const colour = createColors(usesColour(stdout, env));
  const paint = {
    written: colour.green,
    unchanged: colour.dim,
    drifted: colour.yellow,
    failed: colour.red,
  };
  for (const { target, status, fileCount, drift } of results) {
    stdout.write(
      `${paint[status](status.padEnd(9))} ${target.out} (${describe(target, fileCount)})\n`,
    );
    if (status !== 'drifted') continue;
    for (const [kind, paths] of Object.entries(drift) as [string, readonly string[]][]) {
      for (const path of paths) stdout.write(`  ${kind.padEnd(8)} ${target.out}/${path}\n`);
    }
  }
  if (results.some(({ status }) => status === 'drifted')) {
    stdout.write(
      'Generated files differ from their spec; run apipin generate and commit the result.\n',
    );
  }
  if (results.some(({ status }) => status === 'failed')) {
    stderr.write('Nothing was written.\n');
  }
}

/**
 * Prints what is wrong with specs.
 *
 * @param whereMore - Ends the line that stands for all the problems of one code that are not shown.
 */
export function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  { stderr, env }: Terminal,
  whereMore = '',
): void {
  const colours = createColors(usesColour(stderr, env));
  for (const [code, group] of Map.groupBy(diagnostics, (diagnostic) => diagnostic.code)) {
    for (const diagnostic of group.slice(0, SHOWN)) {
      const colour = diagnostic.severity === 'error' ? colours.red : colours.yellow;
      stderr.write(`${colour(formatDiagnostic(diagnostic))}\n`);
    }
    const more = group.length - SHOWN;
    if (more > 0) stderr.write(`… and ${more} more of ${code}${whereMore}\n`);
  }
}

function describe({ kind, specs }: Target, fileCount: number): string {
  const what = `${kind} of ${specs.join(' and ')}`;
  return fileCount === 0 ? what : `${what}, ${fileCount} files`;
}

/** Two targets of one spec report its problems once. */
function distinctDiagnostics(results: readonly TargetResult[]): Diagnostic[] {
  const all = results.flatMap(({ diagnostics }) => diagnostics);
  return [...new Map(all.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic])).values()];
}

/**
 * Whether what is written to `stream` may be coloured.
 *
 * @see https://no-color.org
 */
export function usesColour(stream: OutputStream, env: Terminal['env']): boolean {
  return stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** Prints results for machines, as one JSON object. */
export function reportAsJson(results: readonly TargetResult[], { stdout }: Terminal): void {
  const targets = results.map(({ target, status, fileCount, drift }) => ({
    ...target,
    status,
    files: fileCount,
    ...drift,
  }));
  const diagnostics = distinctDiagnostics(results).map(({ at, ...diagnostic }) => ({
    ...diagnostic,
    file: at.file,
    line: at.line,
    pointer: at.pointer,
  }));
  const ok = results.every(({ status }) => status === 'written' || status === 'unchanged');
  stdout.write(`${JSON.stringify({ ok, targets, diagnostics }, null, 2)}\n`);
}
