import { formatDiagnostic, type Diagnostic } from '@apipin/openapi-model';
import { createColors } from 'picocolors';
import type { Target, TargetResult } from './target.ts';
import type { OutputStream, Terminal } from './terminal.ts';

/** How many problems of one code are shown: a document that has one mistake hundreds of times is to be read as well. */
const SHOWN = 10;

/** Prints results for people: problems to the error stream, a line per target to the other. */
export function reportAsText(
  results: readonly TargetResult[],
  { stdout, stderr, env }: Terminal,
): void {
  const errorColour = createColors(usesColour(stderr, env));
  const byCode = Map.groupBy(distinctDiagnostics(results), ({ code }) => code);
  for (const [code, diagnostics] of byCode) {
    for (const diagnostic of diagnostics.slice(0, SHOWN)) {
      const colour = diagnostic.severity === 'error' ? errorColour.red : errorColour.yellow;
      stderr.write(`${colour(formatDiagnostic(diagnostic))}\n`);
    }
    const more = diagnostics.length - SHOWN;
    if (more > 0) stderr.write(`… and ${more} more of ${code}; --json lists them all\n`);
  }
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

function describe({ kind, spec }: Target, fileCount: number): string {
  return fileCount === 0 ? `${kind} of ${spec}` : `${kind} of ${spec}, ${fileCount} files`;
}

/** Two targets of one spec report its problems once. */
function distinctDiagnostics(results: readonly TargetResult[]): Diagnostic[] {
  const all = results.flatMap(({ diagnostics }) => diagnostics);
  return [...new Map(all.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic])).values()];
}

/** @see https://no-color.org */
function usesColour(stream: OutputStream, env: Terminal['env']): boolean {
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
