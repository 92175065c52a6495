/**
 * Measures the whole repository: made from nothing, with nothing to do, after one change, and restored from a remote
 * cache; and a repository of many APIs, to see how that grows.
 *
 * Prints Markdown tables; `RESULTS.md` says what they mean. Figures depend on the machine, so nothing asserts them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCacheServer } from '../cache/cache-server.ts';
import { interruption } from '../cache/interruption.ts';
import { createMachine, turboEnvironment } from '../cache/machine.ts';
import { measureInterleaved, type Measured } from './measure.ts';
import { describeMachine, formatWorkspace } from './report.ts';
import { formatMany, type ManyApis } from './repository-report.ts';
import { addApis, createOwnRuns, createRunsOfMany } from './repository-runs.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    apis: { type: 'string', multiple: true, default: ['10', '30', '100'] },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes 1 or more');
const counts = values.apis.map(Number);
if (!counts.every((count) => Number.isInteger(count) && count > 0))
  throw new RangeError('--apis takes 1 or more; repeat it for more than one size');

const root = join(import.meta.dirname, '../..');
const scratch = await mkdtemp(join(tmpdir(), 'apipin-bench-'));
const local = { env: turboEnvironment(), signal: interruption() };
try {
  console.log(describeMachine());
  console.log(`\n${formatWorkspace(await measureOwn())}`);
  const many: ManyApis[] = [];
  for (const count of counts) many.push(await measureMany(count));
  console.log(`\n${formatMany(many)}\n\n${describeMachine()}`);
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
}

async function measureOwn(): Promise<Measured<number>[]> {
  const server = await startCacheServer(join(scratch, 'server'), local);
  try {
    const shared = { ...local, env: { ...local.env, ...server.env } };
    const first = await createMachine(root, join(scratch, 'local'), local);
    const second = await createMachine(root, join(scratch, 'remote'), shared);
    const runs = createOwnRuns(first, second);
    process.stderr.write('filling the remote cache\n');
    await runs.at(-1)?.measure();
    return await measureInterleaved(runs, rounds);
  } finally {
    await server.close();
  }
}

async function measureMany(count: number): Promise<ManyApis> {
  process.stderr.write(`writing ${count} APIs\n`);
  const folder = join(scratch, `apis-${count}`);
  const machine = await createMachine(root, folder, local);
  await addApis(machine, count);
  const { cold, warm } = createRunsOfMany(machine);
  // Once, as it is long and the others are set against it.
  const runs = [
    ...(await measureInterleaved([cold], 1)),
    ...(await measureInterleaved(warm, rounds)),
  ];
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  return { count, runs };
}
