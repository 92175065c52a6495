import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const FAIL_AT_CHANGE = fileURLToPath(new URL('fail-at-change.js', import.meta.url));
const SCRIPTS = {
  hold: fileURLToPath(new URL('hold-files.js', import.meta.url)),
  write: fileURLToPath(new URL('write-files.js', import.meta.url)),
};

/** Which change of the file system goes wrong, and how; see fail-at-change.js. */
export interface Failure {
  readonly at: number;
  readonly with: 'SIGKILL' | 'once' | 'always';
}

/** A process of its own that runs a script of this folder. */
export type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** How a process ended, and what it said. */
export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a script of this folder. */
export function startChild(
  script: keyof typeof SCRIPTS,
  args: readonly string[],
  failure?: Failure,
): Child {
  const preload = failure === undefined ? [] : ['--import', FAIL_AT_CHANGE];
  const child = spawn(process.execPath, [...preload, SCRIPTS[script], ...args], {
    env: {
      ...process.env,
      FAIL_AT: String(failure?.at),
      FAIL_WITH: failure?.with,
      // There are many of them, and most of the time of each would go into compiling the same files.
      NODE_COMPILE_CACHE: join(tmpdir(), 'apipin-compile-cache'),
    },
    stdio: 'pipe',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits for its end. */
export async function finish(child: Child): Promise<Finished> {
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code, signal] = await exited;
  return { code, signal, stdout, stderr };
}
