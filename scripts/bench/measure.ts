import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One of the things that a benchmark compares. */
export interface Contender<Result> {
  readonly name: string;
  /** Runs it once; what is not to be measured is left out of the result. */
  measure(): Promise<Result>;
}

/** The results of one contender, in the order they were taken. */
export interface Measured<Result> {
  readonly name: string;
  readonly results: readonly Result[];
}

/**
 * Measures every contender once, then every contender again, and so on: what disturbs the machine for a while disturbs
 * all of them alike.
 */
export async function measureInterleaved<Result>(
  contenders: readonly Contender<Result>[],
  rounds: number,
): Promise<Measured<Result>[]> {
  const measured = contenders.map(({ name, measure }) => ({
    name,
    measure,
    results: [] as Result[],
  }));
  for (let round = 1; round <= rounds; round++) {
    for (const { name, measure, results } of measured) {
      process.stderr.write(`round ${round} of ${rounds}: ${name}\n`);
      results.push(await measure());
    }
  }
  return measured;
}

/** The middle, and the ends. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Sums up at least one figure. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  };
}

/**
 * How many times as much `figures` are as `base`, the median of the rounds: two figures of one round were taken under
 * like conditions, two of different rounds perhaps not.
 */
export function ratioOf(figures: readonly number[], base: readonly number[]): number {
  return spreadOf(figures.map((figure, round) => figure / (base[round] ?? Number.NaN))).median;
}

/** What one process cost. */
export interface Usage {
  readonly wallMs: number;
  /** Of all threads. Wall time suffers from whatever else the machine does; this hardly. */
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** Where and with what a process runs. */
export interface ProcessOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** When it is ended, in ms from its start. */
  readonly timeout?: number;
}

/** A process to be measured did not end well. */
export class FailedRunError extends Error {
  override readonly name = 'FailedRunError';
  /** How it ended, such as `exited with 1`. */
  readonly ending: string;
  /** What it printed. */
  readonly output: string;

  constructor(command: readonly string[], ending: string, output: string) {
    super(`${command.join(' ')}: ${ending}\n${output}`);
    this.ending = ending;
    this.output = output;
  }
}

const USAGE_REPORTER = join(import.meta.dirname, 'report-usage.cjs');

/**
 * Runs a Node script as a process of its own, from start to exit.
 *
 * @throws FailedRunError where it exits with anything but 0.
 */
export async function runNode(args: readonly string[], options: ProcessOptions): Promise<Usage> {
  const report = join(tmpdir(), `usage-${process.pid}.json`);
  const wallMs = await runProcess(process.execPath, ['--require', USAGE_REPORTER, ...args], {
    ...options,
    env: { ...options.env, BENCH_USAGE_REPORT: report },
  });
  const usage = JSON.parse(await readFile(report, 'utf8')) as Omit<Usage, 'wallMs'>;
  await rm(report);
  return { wallMs, ...usage };
}

/**
 * Runs a command to its end, and gives the wall time in ms.
 *
 * @throws FailedRunError where it exits with anything but 0.
 */
export async function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env, timeout }: ProcessOptions,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const output: Buffer[] = [];
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    timeout,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  child.on('error', reject);
  child.on('close', (code, signal) => {
    if (code === 0) return resolve(performance.now() - start);
    const ending = child.killed
      ? `took longer than ${(timeout ?? 0) / 1000} s`
      : signal === null
        ? `exited with ${code}`
        : `was ended by ${signal}`;
    reject(new FailedRunError([command, ...args], ending, Buffer.concat(output).toString()));
  });
  return promise;
}
