import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { recoverFiles } from './lock-files.ts';
import { finish, startChild, type Failure, type Finished } from '../../test/files/run-child.ts';
import { createTree, fillTree, readTree, type Tree } from '../../test/files/tree.ts';

const LONG = process.env['TEST_LONG'] !== undefined;
const TIMEOUT = 600_000;

/** Files that stay, change, go with their folders, and come with theirs. */
const OLD: Tree = {
  'kept.txt': 'kept',
  'specs/api.yaml': 'old spec',
  'specs/pending/v3/api.yaml': 'waits',
  'src/a.ts': 'old a',
  'src/gone.ts': 'gone',
};
const NEW: Tree = {
  'kept.txt': 'kept',
  'specs/api.yaml': 'new spec',
  'src/a.ts': 'new a',
  'changes/deep/er/one.md': 'new',
  'src/come.ts': 'come',
};

test(
  'a process killed in front of any change leaves what is taken back in whole',
  { timeout: TIMEOUT },
  async () => {
    const { root, changes } = await createCase(OLD, NEW);
    const count = await countChanges(root, changes);
    const states: string[] = [];
    for (let at = 1; at <= count; at++) {
      await fillTree(root, OLD);
      const { signal } = await writeWith(root, changes, { at, with: 'SIGKILL' });
      expect(signal).toBe('SIGKILL');
      states.push(await recoverToWhole(root));
    }
    expect(states.join(' ')).toMatch(/^(old untouched )+(old recovered )+(new untouched ?)+$/);
  },
);

test(
  'a process killed while it takes a write back leaves what is taken back in whole',
  { timeout: TIMEOUT },
  async () => {
    const { root, changes } = await createCase(OLD, NEW);
    const count = await countChanges(root, changes);
    // The last renames: what the first process leaves is for the second, which is to write, to take back before.
    const stoppedAt = count - 12;
    let interrupted = 0;
    for (let at = 1; at <= (LONG ? count : 16); at += LONG ? 1 : 3) {
      await fillTree(root, OLD);
      await writeWith(root, changes, { at: stoppedAt, with: 'SIGKILL' });
      const before = await readTree(root);
      expect(before).not.toEqual(OLD);
      await writeWith(root, changes, { at, with: 'SIGKILL' });
      if (!isDeepStrictEqual(before, await readTree(root))) interrupted++;
      await recoverToWhole(root);
    }
    expect(interrupted).toBeGreaterThan(1);
  },
);

test.each(['once', 'always'] as const)(
  'a change that the disk refuses %s leaves all or nothing',
  { timeout: TIMEOUT },
  async (how) => {
    const { root, changes } = await createCase(OLD, NEW);
    const count = await countChanges(root, changes);
    const states: string[] = [];
    for (let at = 1; at <= count; at += LONG ? 1 : 4) {
      await fillTree(root, OLD);
      const { stdout, stderr } = await writeWith(root, changes, { at, with: how });
      const isDone = stdout.endsWith('done');
      expect(stderr).toMatch(isDone ? /^\d+ changes$/ : /ENOSPC/);
      // Nothing has to be taken back by another process, as long as the disk refuses one change only.
      if (how === 'once') expect(await stateOf(root)).toBe(isDone ? 'new' : 'old');
      const [state] = (await recoverToWhole(root)).split(' ');
      if (isDone) expect(state).toBe('new');
      states.push(String(state));
    }
    expect(new Set(states)).toEqual(new Set(['old', 'new']));
  },
);

test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
  'a process ended by %s at any moment leaves all or nothing',
  { timeout: TIMEOUT },
  async (signal) => {
    const many = Array.from({ length: 30 }, (_, index) => `many/${index % 5}/${index}.txt`);
    const { root, changes } = await createCase(
      Object.fromEntries(many.map((path) => [path, 'old'])),
      Object.fromEntries(many.map((path) => [`${path}.new`, 'new'.repeat(1000)])),
    );
    const [old, wanted] = [await readTree(root), await readWhenWritten(root, changes)];
    const rounds = LONG ? 200 : 6;
    let ended = 0;
    for (let round = 0; round < rounds; round++) {
      await fillTree(root, old);
      const child = startChild('write', [root, changes]);
      const finished = finish(child);
      await once(child.stdout, 'data');
      await delay((round / rounds) * 40);
      child.kill(signal);
      const { signal: endedBy } = await finished;
      if (endedBy === signal) ended++;
      // Only a process that cannot act any more leaves work to the next.
      const recovered = signal === 'SIGKILL' && (await recoverFiles(root));
      const tree = await readTree(root);
      expect(tree).toEqual(!recovered && isDeepStrictEqual(tree, wanted) ? wanted : old);
    }
    expect(ended).toBeGreaterThan(0);
  },
);

/** A root that holds `before`, and the file that says what leads from there to `after`. */
async function createCase(before: Tree, after: Tree): Promise<{ root: string; changes: string }> {
  const folder = await createTree({});
  const root = join(folder, 'root');
  await fillTree(root, before);
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = join(folder, 'changes.json');
  await writeFile(
    changes,
    JSON.stringify([...paths].map((path) => ({ path, contents: after[path] }))),
  );
  return { root, changes };
}

function writeWith(root: string, changes: string, failure: Failure): Promise<Finished> {
  return finish(startChild('write', [root, changes], failure));
}

/** How many changes of the file system one write takes. */
async function countChanges(root: string, changes: string): Promise<number> {
  const { stderr } = await writeWith(root, changes, { at: 0, with: 'once' });
  expect(await readTree(root)).toEqual(NEW);
  return Number(/^(\d+) changes$/.exec(stderr)?.[1]);
}

async function readWhenWritten(root: string, changes: string): Promise<Tree> {
  expect(await finish(startChild('write', [root, changes]))).toMatchObject({ code: 0 });
  return readTree(root);
}

/** Which of the two trees there is, with nothing left of the write. */
async function stateOf(root: string): Promise<'old' | 'new'> {
  const tree = await readTree(root);
  const leftovers = Object.keys(tree).filter((path) => path.startsWith('.apipin/'));
  expect(leftovers.filter((path) => path.includes('journal'))).toEqual([]);
  const files = Object.fromEntries(
    Object.entries(tree).filter(([path]) => !leftovers.includes(path)),
  );
  const state = isDeepStrictEqual(files, OLD) ? 'old' : 'new';
  expect(files).toEqual(state === 'old' ? OLD : NEW);
  return state;
}

/** Which tree there is after a recovery, byte for byte, and whether something had to be taken back. */
async function recoverToWhole(root: string): Promise<string> {
  const recovered = await recoverFiles(root);
  const tree = await readTree(root);
  const state = isDeepStrictEqual(tree, OLD) ? 'old' : 'new';
  expect(tree).toEqual(state === 'old' ? OLD : NEW);
  expect(await recoverFiles(root)).toBe(false);
  return `${state} ${recovered ? 'recovered' : 'untouched'}`;
}
