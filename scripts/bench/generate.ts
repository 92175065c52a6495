/**
 * Measures generation: ours against other generators, and ours where there is nothing to do.
 *
 * Prints Markdown tables; `RESULTS.md` says what they mean. Figures depend on the machine, so nothing asserts them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGenerators } from './generators.ts';
import { measureInterleaved } from './measure.ts';
import { installFolder } from './peer-folder.ts';
import { peers } from './peers.ts';
import { describeMachine, formatGenerators, formatWorkspace } from './report.ts';
import { createWorkspaceRuns } from './workspace.ts';

/** A run of the whole workspace is long, and its ratios are far apart. */
const MAX_WORKSPACE_ROUNDS = 3;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes 1 or more');

const root = join(import.meta.dirname, '../..');
const scratch = await mkdtemp(join(tmpdir(), 'apipin-bench-'));
try {
  for (const peer of peers) await installFolder(peer.folder);
  console.log(describeMachine());
  const generators = await measureInterleaved(createGenerators(root, scratch), rounds);
  console.log(`\n${formatGenerators(generators)}`);

  const workspace = await createWorkspaceRuns(root, join(scratch, 'workspace'));
  const runs = await measureInterleaved(workspace, Math.min(rounds, MAX_WORKSPACE_ROUNDS));
  console.log(`\n${formatWorkspace(runs)}\n\n${describeMachine()}`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
