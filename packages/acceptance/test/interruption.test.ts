import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import { APIPIN, apipinHere } from './apipin.ts';
import { createRandom } from './random.ts';
import { runNode, type Finished } from './run-node.ts';
import { createScratchFolder, readFolder } from './scratch-folder.ts';

const LONG = process.env['APIPIN_LONG_TESTS'] !== undefined;
const TIMEOUT = 600_000;
const KILL_AT_WRITE = fileURLToPath(new URL('kill-at-write.js', import.meta.url));

const OLD_SPEC = `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths: {}
components:
  schemas:
    Pet: { type: object, properties: { name: { type: string } } }
`;
const NEW_SPEC = OLD_SPEC.replace('type: string', 'type: integer');

type State = 'old' | 'new' | 'missing';

/** Holds `out`, generated from the old spec, and both specs. */
let folder: string;
let files: { old: Record<string, string>; new: Record<string, string> };

beforeEach(async () => {
  folder = await createScratchFolder({ 'old.yaml': OLD_SPEC, 'new.yaml': NEW_SPEC });
  files = { new: await generate('new'), old: await generate('old') };
  expect(Object.keys(files.new)).toEqual(expect.arrayContaining(Object.keys(files.old)));
  expect(Object.keys(files.new).length).toBeGreaterThan(Object.keys(files.old).length);
});

test(
  'killed in front of a write, a run leaves the old output or the new',
  { timeout: TIMEOUT },
  async () => {
    const states: State[] = [];
    for (const call of callsToKill(await countWrites())) {
      await killAt(call);
      const state = await stateOf();
      states.push(state);
      // Without it, the next run begins with what this one left.
      if (LONG || state !== 'old' || states.length % 3 === 0) await expectRecovery();
    }
    // Between two renames the old output is for a moment under another name, from which the next run brings it back.
    expect(states.join(' ')).toMatch(/^(old )+(missing )?(new ?)+$/);
  },
);

test(
  'killed at a random moment, a run leaves the old output or the new',
  { timeout: TIMEOUT },
  async () => {
    const random = createRandom(1);
    const started = performance.now();
    await generateNewKilledAt(0);
    const duration = performance.now() - started;
    await generate('old');
    for (let round = 0; round < (LONG ? 100 : 2); round += 1) {
      await killAfter(random() * duration);
      await stateOf();
      await expectRecovery();
    }
  },
);

/** Generates to the end, for which it needs no process of its own. */
async function generate(spec: 'old' | 'new'): Promise<Record<string, string>> {
  const { code, stderr } = await apipinHere(folder, argumentsFor(spec));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (await readFolder(join(folder, 'out'))) ?? {};
}

/** With the type test, the new output has a file more than the old. */
function argumentsFor(spec: 'old' | 'new'): string[] {
  const typeTest = spec === 'new' ? ['--agree-with', '@apipin/pets'] : [];
  return ['generate', 'zod', `${spec}.yaml`, '--out', 'out', ...typeTest];
}

/** Every write, or the first, one in the middle and the last few, among which the old output makes room for the new. */
function callsToKill(count: number): number[] {
  const calls = Array.from({ length: count }, (_, index) => index + 1);
  return LONG ? calls : [Math.floor(count / 2), ...calls.slice(-3)];
}

/** How many writes it takes to replace the old output by the new. Leaves the old output. */
async function countWrites(): Promise<number> {
  const { stderr } = await generateNewKilledAt(0);
  await generate('old');
  const count = Number(/^(\d+) writes$/.exec(stderr)?.[1]);
  expect(count).toBeGreaterThan(6);
  return count;
}

/** Replaces the old output by the new, killed in front of a write. */
async function killAt(call: number): Promise<void> {
  expect(await generateNewKilledAt(call)).toMatchObject({ code: null, stderr: '' });
}

function generateNewKilledAt(call: number): Promise<Finished> {
  return runNode(['--import', KILL_AT_WRITE, APIPIN, ...argumentsFor('new')], {
    cwd: folder,
    env: { APIPIN_KILL_AT: String(call) },
  });
}

/** Replaces the old output by the new, killed after so many milliseconds. */
async function killAfter(milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [APIPIN, ...argumentsFor('new')], {
    cwd: folder,
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  await delay(milliseconds);
  child.kill('SIGKILL');
  await exited;
}

/** What is in `out`: all of the old files, all of the new, or nothing, with the old ones ready to come back. */
async function stateOf(): Promise<State> {
  const out = await readFolder(join(folder, 'out'));
  if (out === undefined) {
    expect(await readFolder(join(folder, '.out.apipin-old'))).toEqual(files.old);
    return 'missing';
  }
  const state = isDeepStrictEqual(out, files.old) ? 'old' : 'new';
  expect(out).toEqual(files[state]);
  return state;
}

/** After a kill, a run for either spec ends well and leaves nothing else behind. Leaves the old output. */
async function expectRecovery(): Promise<void> {
  const crashed = await createScratchFolder({});
  await cp(folder, crashed, { recursive: true });
  expect(await generate('new')).toEqual(files.new);
  expect(await readdir(folder)).toEqual(['new.yaml', 'old.yaml', 'out']);
  await rm(folder, { recursive: true });
  await rename(crashed, folder);
  expect(await generate('old')).toEqual(files.old);
  expect(await readdir(folder)).toEqual(['new.yaml', 'old.yaml', 'out']);
}
