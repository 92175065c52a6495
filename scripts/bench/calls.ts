/**
 * Measures what a client costs on top of `fetch`: the CPU time of a call whose answer comes from this process.
 *
 * Prints Markdown tables; `RESULTS.md` says what they mean. Figures depend on the machine, so nothing asserts them.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Caller, CallerTime, CallerTimes } from './caller.ts';
import { measureInterleaved, spreadOf, type Measured } from './measure.ts';
import { installFolder, pathOf, versionOf } from './peer-folder.ts';
import { describeMachine } from './report.ts';
import { formatTable } from './table.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes 1 or more');

const CALLERS = [
  { name: 'fetch', path: join(import.meta.dirname, 'callers/fetch.ts') },
  { name: 'apipin', path: join(import.meta.dirname, 'callers/apipin.ts') },
  { name: 'apipin, validating', path: join(import.meta.dirname, 'callers/apipin-validating.ts') },
  ...['openapi-fetch', '@hubspot/api-client', 'openai'].map((name) => ({
    name: versionOf('clients', name),
    path: join(pathOf('clients'), `${name.replace(/^@|\/.*/g, '')}.js`),
  })),
];

await installFolder('clients');
console.log(describeMachine());
const contenders = CALLERS.map(({ name, path }) => ({ name, measure: () => timeCaller(path) }));
const measured = await measureInterleaved(contenders, rounds);
console.log(`\nGetting a message:\n\n${formatCalls(measured, 'getMessage')}`);
console.log(`\nPublishing a message:\n\n${formatCalls(measured, 'publishMessage')}`);
console.log(`\n${describeMachine()}`);

async function timeCaller(path: string): Promise<CallerTimes> {
  const script = join(import.meta.dirname, 'time-caller.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, path]);
  return JSON.parse(stdout) as CallerTimes;
}

function formatCalls(all: readonly Measured<CallerTimes>[], call: keyof Caller): string {
  const rows = all.map(({ name, results }) => {
    const times = results.map((result): CallerTime => result[call]);
    const { median, min, max } = spreadOf(times.map(({ ratio }) => ratio));
    return [
      name,
      `${spreadOf(times.map(({ cpuUs }) => cpuUs)).median.toFixed(1)} µs`,
      median.toFixed(2),
      `${min.toFixed(2)} – ${max.toFixed(2)}`,
    ];
  });
  return formatTable(['Client', 'CPU', '÷ fetch', 'Min – max'], rows);
}
