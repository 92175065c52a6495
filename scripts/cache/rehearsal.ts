import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startCacheServer, type CacheServer } from './cache-server.ts';
import {
  createMachine,
  turboEnvironment,
  type Machine,
  type Run,
  type TaskOutcome,
} from './machine.ts';
import { digestPackages } from './package-digests.ts';

/** How one machine fared. */
export interface MachineReport {
  /** Wall time of its runs of turbo, in ms. */
  readonly wallMs: number;
  readonly tasks: number;
  /** How many of the tasks came from the remote cache. */
  readonly restored: number;
}

/** What the rehearsal showed. */
export interface RehearsalReport {
  /** What is not as it has to be; nothing where all is well. */
  readonly problems: readonly string[];
  readonly first: MachineReport;
  readonly second: MachineReport;
  /** The second machine once more, after artifacts were tampered with. */
  readonly afterTampering: MachineReport;
  /** The tasks whose artifacts were tampered with. */
  readonly tampered: readonly string[];
  /** How many packages were compared, byte for byte. */
  readonly packages: number;
}

/** How a rehearsal is done. */
export interface RehearsalOptions {
  /** The repository, of which the last commit is taken. */
  readonly root: string;
  /** An empty folder for everything that is made. */
  readonly scratch: string;
  /** What to run, one call of turbo for each list. */
  readonly steps: readonly (readonly string[])[];
  readonly signal: AbortSignal;
  /** Is told what is being done. */
  onProgress(message: string): void;
}

/**
 * One machine fills a remote cache, a second one lives on it, and what somebody changed on the server is refused.
 *
 * @throws FailedCommandError where a command fails that has to succeed.
 */
export async function rehearse({
  root,
  scratch,
  steps,
  signal,
  onProgress,
}: RehearsalOptions): Promise<RehearsalReport> {
  const base = { env: turboEnvironment(), signal };
  onProgress('starting a remote cache');
  const server = await startCacheServer(join(scratch, 'server'), base);
  try {
    const options = { env: { ...base.env, ...server.env }, signal };
    const prepare = (name: string): Promise<Machine> => {
      onProgress(`${name} machine: cloning and installing`);
      return createMachine(root, join(scratch, name), options);
    };
    const runSteps = async (machine: Machine): Promise<Run[]> => {
      const runs: Run[] = [];
      for (const tasks of steps) {
        onProgress(`  ${tasks.join(', ')}`);
        runs.push(await machine.run(tasks));
      }
      return runs;
    };

    const first = await prepare('first');
    const filled = await runSteps(first);
    const made = await digestPackages(first.folder);

    const second = await prepare('second');
    const restored = await runSteps(second);
    const copied = await digestPackages(second.folder);

    onProgress('second machine, made fresh again, with two artifacts tampered with');
    const tampered = await tamper(outcomesOf(filled), server);
    await second.reset();
    const refused = await runSteps(second);
    const repaired = await digestPackages(second.folder);

    return {
      problems: [
        ...findProblems('first machine', filled, () => false),
        ...findProblems('second machine', restored, () => true),
        ...compareDigests('second machine', made, copied),
        ...findProblems('after tampering', refused, ({ taskId }) => !tampered.includes(taskId)),
        ...compareDigests('after tampering', made, repaired),
      ],
      first: reportOn(filled),
      second: reportOn(restored),
      afterTampering: reportOn(refused),
      tampered,
      packages: made.size,
    };
  } finally {
    await server.close();
  }
}

/**
 * Puts another build in the place of two: once under the signature that was there, and once with its own, which is
 * good, but for another task.
 */
async function tamper(
  outcomes: readonly TaskOutcome[],
  { artifacts }: CacheServer,
): Promise<readonly string[]> {
  const [source, first, second] = outcomes.filter(({ task }) => task === 'build');
  if (source === undefined || first === undefined || second === undefined)
    throw new Error('there have to be three builds, to put one in the place of others');
  const fileOf = ({ hash }: TaskOutcome, suffix = ''): string => join(artifacts, hash + suffix);
  await copyFile(fileOf(source), fileOf(first));
  await copyFile(fileOf(source), fileOf(second));
  await copyFile(fileOf(source, '.tag'), fileOf(second, '.tag'));
  return [first.taskId, second.taskId];
}

/** Tasks that were restored and should not have been, or the other way round. */
function findProblems(
  machine: string,
  runs: readonly Run[],
  isToBeRestored: (outcome: TaskOutcome) => boolean,
): readonly string[] {
  return outcomesOf(runs).flatMap((outcome) => {
    const expected = isToBeRestored(outcome) ? 'remote' : undefined;
    if (outcome.restoredFrom === expected) return [];
    const from = (cache = 'no'): string => `${cache} cache`;
    const found = from(outcome.restoredFrom);
    return [`${machine}: ${outcome.taskId} came from ${found}, not from ${from(expected)}`];
  });
}

function compareDigests(
  machine: string,
  made: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): readonly string[] {
  return [...made].flatMap(([name, digest]) =>
    found.get(name) === digest ? [] : [`${machine}: ${name} is not what the first machine made`],
  );
}

function reportOn(runs: readonly Run[]): MachineReport {
  const outcomes = outcomesOf(runs);
  return {
    wallMs: runs.reduce((sum, { wallMs }) => sum + wallMs, 0),
    tasks: outcomes.length,
    restored: outcomes.filter(({ restoredFrom }) => restoredFrom === 'remote').length,
  };
}

/** Every task once: a later run comes upon results that an earlier one has restored or made. */
function outcomesOf(runs: readonly Run[]): readonly TaskOutcome[] {
  const outcomes = new Map<string, TaskOutcome>();
  for (const outcome of runs.flatMap((run) => run.outcomes)) {
    if (!outcomes.has(outcome.taskId)) outcomes.set(outcome.taskId, outcome);
  }
  return [...outcomes.values()];
}
