import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { APIPIN, apipin, apipinHere } from '../apipin.ts';
import { createRandom } from '../random.ts';
import { createScratchFolder, readFolder } from '../scratch-folder.ts';
import { MEANT, withBreak } from './upstream.ts';

const KILLS = process.env['APIPIN_LONG_TESTS'] === undefined ? 3 : 200;
const TIMEOUT = 1_200_000;

const SYNC = ['sync', 'v1', '--from', 'upstream.json'];

/** Either takes back what was cut short, and writes nothing itself. */
const NEXT = [
  [...SYNC, '--dry-run'],
  ['generate', '--check'],
];

type Tree = Readonly<Record<string, string>>;

test(
  'killed at any moment, a sync has changed everything or nothing once the next command ran',
  { timeout: TIMEOUT },
  async () => {
    const random = createRandom(7);
    const folder = await createScratchFolder({
      'package.json': '{ "type": "module" }',
      '.changeset/config.json': '{}',
      'upstream.json': JSON.stringify(withBreak(MEANT, 1)),
      'specs/versions.yaml': 'apis: { api: { versions: [{ id: v1, spec: v1/api.yaml }] } }',
      'specs/v1/api.yaml': JSON.stringify(MEANT),
    });
    expect(await apipinHere(folder, ['generate'])).toMatchObject({ code: 0 });
    const template = await createScratchFolder({});
    await restore(folder, template);
    const old = await tree(folder);
    const started = performance.now();
    expect(await apipin(folder, SYNC)).toMatchObject({ code: 0 });
    const duration = performance.now() - started;
    const current = await tree(folder);

    const states: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await restore(template, folder);
      // Files change within a few milliseconds of a second: half of the kills wait for these.
      const moment = kill % 2 === 0 ? random() * duration : 'writing';
      await killedAt(folder, moment, random() * 12);
      const next = NEXT[kill % 4 < 2 ? 0 : 1] ?? [];
      expect(await apipinHere(folder, next)).toMatchObject({ code: 0 });
      const found = await tree(folder);
      expect([old, current]).toContainEqual(found);
      states.push(found['specs/v1/api.yaml'] === old['specs/v1/api.yaml'] ? 'old' : 'new');
    }
    expect(states).toContain('old');
  },
);

/** A sync that is killed after so many ms, or so many after it begins to write. */
async function killedAt(folder: string, moment: number | 'writing', more: number): Promise<void> {
  const child = spawn(process.execPath, [APIPIN, ...SYNC], { cwd: folder, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const isOver = (): boolean => child.exitCode !== null;
  if (moment === 'writing') {
    while (!isOver() && !existsSync(join(folder, '.apipin/new'))) await delay(1);
    await delay(more);
  } else {
    await delay(moment);
  }
  child.kill('SIGKILL');
  await exited;
}

/** All files, but the time at which the copy of upstream's document was written. */
async function tree(folder: string): Promise<Tree> {
  const files = (await readFolder(folder)) ?? {};
  const lock = 'specs/v1/api.lock.yaml';
  const text = files[lock];
  if (text === undefined) return files;
  return { ...files, [lock]: text.replace(/^modified: .*$/m, 'modified: then') };
}

/** Makes `to` the same as `from`. */
async function restore(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, preserveTimestamps: true });
}
