import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, type CommandOptions } from './run-command.ts';

/** What became of one task of a run. */
export interface TaskOutcome {
  /** Such as `@apipin/client-runtime#build`. */
  readonly taskId: string;
  readonly task: string;
  readonly hash: string;
  /** Where its result came from, where it was not made anew. */
  readonly restoredFrom: 'local' | 'remote' | undefined;
}

/** One run of turbo. */
export interface Run {
  /** Wall time, in ms. */
  readonly wallMs: number;
  readonly outcomes: readonly TaskOutcome[];
}

/** A clone of the repository's last commit in a folder of its own, installed and with a cache of its own. */
export interface Machine {
  readonly folder: string;
  /** Runs tasks in all packages. */
  run(tasks: readonly string[]): Promise<Run>;
  /** Runs any other command in the clone, to its end. */
  execute(command: string, args: readonly string[]): Promise<number>;
  /** Makes it a fresh clone again, but for what is installed. */
  reset(): Promise<void>;
}

/** Clones `root` into `folder` and installs it there. */
export async function createMachine(
  root: string,
  folder: string,
  { env, signal }: Omit<CommandOptions, 'cwd'>,
): Promise<Machine> {
  const options = { cwd: folder, env, signal };
  const clone = ['clone', '--quiet', '--depth', '1', `file://${root}`, folder];
  await runCommand('git', clone, { ...options, cwd: root });
  await runCommand('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], options);
  return {
    folder,
    run: (tasks) => runTasks(tasks, options),
    execute: (command, args) => runCommand(command, args, options),
    async reset() {
      await runCommand('git', ['clean', '-xdfq', '-e', 'node_modules'], options);
      await rm(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
    },
  };
}

/** The environment of this process, without anything that would tell turbo of another cache, and with telemetry off. */
export function turboEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TURBO_'));
  return { ...Object.fromEntries(inherited), TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
}

async function runTasks(tasks: readonly string[], options: CommandOptions): Promise<Run> {
  const summaries = join(options.cwd, '.turbo/runs');
  await rm(summaries, { recursive: true, force: true });
  const args = ['exec', 'turbo', 'run', ...tasks, '--summarize'];
  const wallMs = await runCommand('pnpm', args, options);
  return { wallMs, outcomes: await readOutcomes(summaries) };
}

interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly task: string;
    readonly hash: string;
    readonly cache: { readonly local: boolean; readonly remote: boolean };
  }[];
}

async function readOutcomes(folder: string): Promise<readonly TaskOutcome[]> {
  const [file] = await readdir(folder);
  if (file === undefined) throw new Error(`turbo left no summary in ${folder}`);
  const { tasks } = JSON.parse(await readFile(join(folder, file), 'utf8')) as Summary;
  return tasks.map(({ taskId, task, hash, cache }) => ({
    taskId,
    task,
    hash,
    restoredFrom: cache.local ? 'local' : cache.remote ? 'remote' : undefined,
  }));
}
