/**
 * Measures generation from big documents: ours against other generators, and ours as a document grows.
 *
 * Prints Markdown tables; `RESULTS.md` says what they mean. Figures depend on the machine, so nothing asserts them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bigDocuments, DOCUMENTS_FOLDER, writeCopies } from './big-documents.ts';
import { createBigRuns, createOurRun } from './big-runs.ts';
import { compileOutput } from './compile-output.ts';
import { measureInterleaved } from './measure.ts';
import { installFolder } from './peer-folder.ts';
import { peers } from './peers.ts';
import { describeMachine } from './report.ts';
import { formatCompilations, formatGrowth, formatOutcomes } from './scale-report.ts';

/** A run that takes longer has failed, in ms. */
const TIMEOUT = 5 * 60_000;

const COPIES = [100, 200, 400, 800];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    compile: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes 1 or more');

const root = join(import.meta.dirname, '../..');
const scratch = await mkdtemp(join(tmpdir(), 'apipin-bench-'));
try {
  for (const { folder } of peers) await installFolder(folder);
  for (const folder of ['openapi-typescript', DOCUMENTS_FOLDER]) await installFolder(folder);
  console.log(describeMachine());

  const copies = [];
  for (const count of COPIES) {
    const document = await writeCopies(scratch, count);
    const run = createOurRun(root, document, join(scratch, 'work'), TIMEOUT);
    copies.push({ ...run, name: `${count}` });
  }
  console.log(`\n${formatGrowth(await measureInterleaved(copies, rounds))}`);

  const compilations = [];
  for (const document of bigDocuments) {
    const work = join(scratch, 'work');
    const runs = createBigRuns(root, document, work, TIMEOUT);
    const outcomes = await measureInterleaved(runs, rounds);
    console.log(`\n${await formatOutcomes(document, outcomes)}`);
    if (values.compile) {
      compilations.push(await compileOutput(root, document.name, join(work, 'apipin/packages')));
    }
  }
  if (values.compile) console.log(`\n${formatCompilations(compilations)}`);
  console.log(`\n${describeMachine()}`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
