import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from '../cache/machine.ts';
import type { Contender } from './measure.ts';
import { editSpec, writeApis } from './repository-apis.ts';

/** What is run in our own repository: all that is cached but the tests, whose time is theirs and not turbo's. */
const STEPS = [['generate'], ['build', 'typecheck', 'lint', 'check:package']];
/** What is run beside many APIs. */
const STEPS_OF_MANY = [['generate'], ['build']];

/** Our own repository, on a machine that has only its own cache and on one that also has a remote cache, which is filled. */
export function createOwnRuns(local: Machine, remote: Machine): readonly Contender<number>[] {
  const spec = join(local.folder, 'specs/v3/custom-channels.yaml');
  return [
    fromNothing('from nothing', local, STEPS),
    nothingToDo(local, STEPS),
    oneSpecChanged(local, STEPS, async (round) => {
      const text = await readFile(spec, 'utf8');
      await writeFile(
        spec,
        text.replace('description: |', `description: |\n    Round ${round}.\n`),
      );
    }),
    fromNothing('from the remote cache', remote, STEPS),
  ];
}

/** A repository with other APIs beside our own. */
export function createRunsOfMany(machine: Machine): {
  readonly cold: Contender<number>;
  readonly warm: readonly Contender<number>[];
} {
  return {
    cold: fromNothing('from nothing', machine, STEPS_OF_MANY),
    warm: [
      nothingToDo(machine, STEPS_OF_MANY),
      oneSpecChanged(machine, STEPS_OF_MANY, (round) => editSpec(machine.folder, round)),
    ],
  };
}

/** Makes a repository of `count` more APIs of a machine's clone, as if somebody had added and committed them. */
export async function addApis(machine: Machine, count: number): Promise<void> {
  await writeApis(machine.folder, count);
  await machine.execute('pnpm', ['install', '--no-frozen-lockfile', '--prefer-offline']);
  // In one process, which is a good deal faster than one for each package.
  await machine.execute('pnpm', ['apipin', 'generate']);
  await machine.execute('git', ['add', '--all']);
  const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
  await machine.execute('git', [...author, 'commit', '--quiet', '--message', 'Add APIs']);
}

function fromNothing(
  name: string,
  machine: Machine,
  steps: readonly string[][],
): Contender<number> {
  return {
    name,
    async measure() {
      await machine.reset();
      return runSteps(machine, steps);
    },
  };
}

function nothingToDo(machine: Machine, steps: readonly string[][]): Contender<number> {
  return { name: 'nothing to do', measure: () => runSteps(machine, steps) };
}

function oneSpecChanged(
  machine: Machine,
  steps: readonly string[][],
  edit: (round: number) => Promise<void>,
): Contender<number> {
  let round = 0;
  return {
    name: 'one spec changed',
    async measure() {
      // To something new each time, which no cache has.
      await edit((round += 1));
      try {
        return await runSteps(machine, steps);
      } finally {
        await machine.execute('git', ['checkout', '--quiet', '.']);
      }
    },
  };
}

/** The wall time of all steps, in ms. */
async function runSteps(machine: Machine, steps: readonly string[][]): Promise<number> {
  let wallMs = 0;
  for (const tasks of steps) wallMs += (await machine.run(tasks)).wallMs;
  return wallMs;
}
