/**
 * Rehearses a release from the last commit to consumers that run: in a copy of the repository, against a registry on
 * loopback that knows nothing yet, with the same scripts that the release workflow runs.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rehearseRelease } from './rehearsal/rehearse-release.ts';
import { Report } from './rehearsal/report.ts';
import { formatSizes } from './sizes.ts';
import { withTemporaryFolder } from './with-temporary-folder.ts';

const HELP = `Usage: pnpm release:rehearse [--json]

Versions, builds and publishes all packages from a copy of the last commit to a registry on loopback: killed halfway and
started again, then once more, then with other contents. Checks the tarballs and their sizes. Installs what was published
with npm and with pnpm, type-checks and runs the examples on each supported Node, in Chromium and in workerd.

Takes some minutes on Linux or macOS, and touches nothing but a temporary folder, which it removes. Third-party packages
come from the registry that npm is configured for.

  --json   print a summary as JSON
  --help   print this

Exits with 0 when the release would go well, else with 1.`;

const ROOT = resolve(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
const report = new Report();
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => interruption.abort(new Error(`interrupted by ${name}`)));
}

if (values.help) {
  console.log(HELP);
} else {
  let problem: string | undefined;
  try {
    await withTemporaryFolder((folder) =>
      rehearseRelease({ root: ROOT, folder, report, signal: interruption.signal }),
    );
  } catch (error) {
    const cause: unknown = interruption.signal.aborted ? interruption.signal.reason : error;
    problem = cause instanceof Error ? cause.message : String(cause);
    process.exitCode = 1;
  }
  const summary = { ok: problem === undefined, problem, ...report };
  console.log(values.json ? JSON.stringify(summary, null, 2) : formatSizes(report.sizes));
  if (problem !== undefined) process.stderr.write(`${problem}\n`);
}
