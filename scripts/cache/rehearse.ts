/**
 * Rehearses one machine working for many: two fresh clones and a remote cache, all on this machine.
 *
 * Packages come from the npm registry that is configured; everything else stays on loopback and in a temporary folder.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { interruption } from './interruption.ts';
import { rehearse, type MachineReport, type RehearsalReport } from './rehearsal.ts';

const HELP = `Rehearses a shared cache: a first clone fills it, a second restores everything from it, and what was
tampered with on the server is refused. Takes the last commit, and some minutes.

  pnpm cache:rehearse

  --test  run and restore the tests too, which takes a good deal longer
  --json  print one JSON object
  --help  print this

Exit code 0: all is well; 1: not everything was as it has to be; 130: interrupted.`;

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    test: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(HELP);
else process.exitCode = await main();

async function main(): Promise<number> {
  const signal = interruption();
  const start = performance.now();
  const scratch = await mkdtemp(join(tmpdir(), 'apipin-cache-'));
  try {
    const report = await rehearse({
      root,
      scratch,
      // In two calls: what is generated is what is built.
      steps: [
        ['generate'],
        ['build', 'typecheck', 'lint', 'check:package', ...(values.test ? ['test'] : [])],
      ],
      signal,
      onProgress(message) {
        const seconds = Math.round((performance.now() - start) / 1000);
        process.stderr.write(`${`${seconds} s`.padStart(6)}  ${message}\n`);
      },
    });
    console.log(values.json ? JSON.stringify(report) : formatReport(report));
    return report.problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('interrupted\n');
    return 130;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

function formatReport(report: RehearsalReport): string {
  const { problems, first, second, afterTampering, tampered, packages } = report;
  const verdict =
    problems.length === 0
      ? `All is well: ${packages} packages are equal to the byte, and ${tampered.join(' and ')} were refused.`
      : `Problems:\n${problems.map((problem) => `  ${problem}`).join('\n')}`;
  return [
    formatMachine('first machine', first),
    formatMachine('second machine', second),
    formatMachine('after tampering', afterTampering),
    verdict,
  ].join('\n');
}

function formatMachine(name: string, { wallMs, tasks, restored }: MachineReport): string {
  const seconds = (wallMs / 1000).toFixed(1);
  return `${name.padEnd(16)}${restored} of ${tasks} tasks restored, ${seconds} s`;
}
