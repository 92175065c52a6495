/**
 * Measures what the types of a client cost who uses it: the compiler's work, and what an editor waits for, against
 * clients that others generate from the same spec.
 *
 * Prints Markdown tables; `RESULTS.md` says what they mean. Figures depend on the machine, so nothing asserts them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installClients, TYPESCRIPT_5 } from './client-packages.ts';
import { compileConsumer, type Compiler } from './compile-consumer.ts';
import { timeEditor } from './editor.ts';
import { measureInterleaved } from './measure.ts';
import { describeMachine } from './report.ts';
import { ONE_OPERATION, typedClients } from './typed-clients.ts';
import { formatDiagnostics, formatEditors, formatHovers } from './types-report.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes 1 or more');

const root = join(import.meta.dirname, '../..');
const compilers: readonly Compiler[] = [
  { name: 'TypeScript 5.9', command: [process.execPath, join(TYPESCRIPT_5, 'bin/tsc')] },
  {
    name: 'TypeScript 7',
    // With one thread, as how it deals files out to several decides how much is instantiated twice.
    command: [join(root, 'node_modules/.bin/tsc'), '--singleThreaded'],
  },
];

/** What is checked: how much of a client is used, and whether declaration files are checked as well. */
const PROGRAMS = [
  {
    title: 'One operation',
    file: 'one.ts',
    skipLibCheck: true,
    clients: [...typedClients, ONE_OPERATION],
  },
  {
    title: 'All 13 operations',
    file: 'all.ts',
    skipLibCheck: true,
    clients: typedClients,
  },
  {
    title: 'All 13 operations, without skipLibCheck',
    file: 'all.ts',
    skipLibCheck: false,
    clients: typedClients,
  },
] as const;

/** A consumer of nothing: what the library alone costs. */
const NO_CLIENT = { name: 'no client', file: 'consumers/nothing.ts' } as const;

const scratch = await mkdtemp(join(tmpdir(), 'apipin-bench-'));
try {
  await installClients(root, join(root, 'specs/2026-03/custom-channels.yaml'), scratch);
  console.log(describeMachine());

  for (const compiler of compilers) {
    for (const { title, file, skipLibCheck, clients } of PROGRAMS) {
      const consumers = clients.map(({ name, folder }) => ({
        name,
        file: join('consumers', folder, file),
      }));
      const contenders = [...consumers, NO_CLIENT].map((consumer) => ({
        name: consumer.name,
        measure: () => compileConsumer(compiler, scratch, consumer.file, skipLibCheck),
      }));
      const diagnostics = await measureInterleaved(contenders, rounds);
      console.log(`\n${title}, ${compiler.name}:\n\n${formatDiagnostics(diagnostics)}`);
    }
  }

  const editors = typedClients.map(({ name, folder, method }) => ({
    name,
    measure: () => timeEditor(join(scratch, 'consumers', folder, 'all.ts'), method),
  }));
  const reports = await measureInterleaved(editors, rounds);
  console.log(`\nAn editor at a call:\n\n${formatEditors(reports)}`);
  console.log(`\n${formatHovers(reports)}\n\n${describeMachine()}`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
