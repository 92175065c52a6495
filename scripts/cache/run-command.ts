import { spawn } from 'node:child_process';

/** Where and with what a command runs. */
export interface CommandOptions {
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends the command and what it has started. */
  readonly signal: AbortSignal;
}

/** A command did not end well. */
export class FailedCommandError extends Error {
  override readonly name = 'FailedCommandError';
  /** What it printed. */
  readonly output: string;

  constructor(command: readonly string[], ending: string, output: string) {
    super(`${command.join(' ')}: ${ending}\n${output}`);
    this.output = output;
  }
}

/**
 * Runs a command to its end, and gives the wall time in ms.
 *
 * @throws FailedCommandError where it exits with anything but 0.
 * @throws the reason of the signal, once the command has ended.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, signal }: CommandOptions,
): Promise<number> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const output: Buffer[] = [];
  const start = performance.now();
  // In a process group of its own, so that an interruption ends the whole tree and nothing writes on after it.
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid);
  };
  signal.addEventListener('abort', end);
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  child.on('error', reject);
  child.on('close', (code, signalName) => {
    signal.removeEventListener('abort', end);
    if (signal.aborted) return reject(signal.reason);
    if (code === 0) return resolve(performance.now() - start);
    const ending = signalName === null ? `exited with ${code}` : `was ended by ${signalName}`;
    reject(new FailedCommandError([command, ...args], ending, Buffer.concat(output).toString()));
  });
  return promise;
}
