import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Where and with what a process runs. */
export interface ProcessOptions {
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the process together with all that it has started. */
  readonly signal?: AbortSignal;
  /**
   * How `signal` ends it.
   *
   * @defaultValue SIGTERM, and SIGKILL for what has not ended some seconds later
   */
  readonly killSignal?: 'SIGTERM' | 'SIGKILL';
  /** Is told each line of the standard output as it comes. */
  readonly onLine?: (line: string) => void;
}

/** How long a process may take to end when it is asked to, in ms. */
const GRACE = 5_000;

/** A process did not end well. */
export class ProcessError extends Error {
  override readonly name = 'ProcessError';
  /** How it ended, such as `exited with 1`. */
  readonly ending: string;
  /** What it printed. */
  readonly output: string;

  constructor(command: string, ending: string, output: string) {
    super(`${command}: ${ending}\n${output.trim()}`);
    this.ending = ending;
    this.output = output;
  }
}

/**
 * Runs a command to its end, and gives what it printed to its standard output.
 *
 * @throws ProcessError where it exits with anything but 0, or is ended by a signal.
 */
export async function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env, signal, killSignal = 'SIGTERM', onLine }: ProcessOptions,
): Promise<string> {
  signal?.throwIfAborted();
  const commandLine = [command, ...args].join(' ');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const stdout: string[] = [];
  const output: string[] = [];
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // The leader of a process group, so that a signal reaches what the command itself has started.
    detached: signal !== undefined,
  });
  const endGroup = (how: NodeJS.Signals): void => {
    if (child.pid !== undefined) process.kill(-child.pid, how);
  };
  let lastResort: NodeJS.Timeout | undefined;
  const end = (): void => {
    // Not at once for good: turbo's tasks are in groups of their own, and turbo ends them if it may.
    endGroup(killSignal);
    lastResort = setTimeout(endGroup, GRACE, 'SIGKILL');
  };
  signal?.addEventListener('abort', end);
  createInterface(child.stdout).on('line', (printed) => {
    stdout.push(printed);
    output.push(printed);
    onLine?.(printed);
  });
  createInterface(child.stderr).on('line', (printed) => output.push(printed));
  child.on('exit', () => {
    signal?.removeEventListener('abort', end);
    clearTimeout(lastResort);
  });
  child.on('error', ({ message }) =>
    reject(new ProcessError(commandLine, 'did not start', message)),
  );
  child.on('close', (code, killedBy) => {
    if (code === 0) return resolve(stdout.join('\n'));
    const ending = killedBy === null ? `exited with ${code}` : `was ended by ${killedBy}`;
    reject(new ProcessError(commandLine, ending, output.join('\n')));
  });
  return promise;
}
