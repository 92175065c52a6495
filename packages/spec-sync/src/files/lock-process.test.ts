import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lockFiles, recoverFiles, writeFiles } from './lock-files.ts';
import { finish, startChild } from '../../test/files/run-child.ts';
import { createTree, readTree } from '../../test/files/tree.ts';

const CHANGE = { path: 'a.txt', contents: 'new' };

test('another process at work is named, and nothing is written', async () => {
  const root = await createTree({});
  const holder = startChild('hold', [root]);
  await once(holder.stdout, 'data');
  const write = writeFiles(root, [CHANGE]);
  await expect(write).rejects.toMatchObject({
    name: 'FilesLockedError',
    holder: { pid: holder.pid, host: hostname() },
  });
  await expect(write).rejects.toThrow(String(holder.pid));
  holder.stdin.end('go');
  expect(await finish(holder)).toMatchObject({ code: 0 });
  await writeFiles(root, [CHANGE]);
  expect(await readTree(root)).toEqual({ 'a.txt': 'new' });
});

test('another process at work that has not begun to write leaves nothing to recover', async () => {
  const root = await createTree({});
  const holder = startChild('hold', [root]);
  await once(holder.stdout, 'data');
  expect(await recoverFiles(root)).toBe(false);
  holder.stdin.end('go');
  expect(await finish(holder)).toMatchObject({ code: 0 });
  expect(await readTree(root)).toEqual({});
});

test('a process that ends soon is waited for', async () => {
  const root = await createTree({});
  const holder = startChild('hold', [root]);
  await once(holder.stdout, 'data');
  const written = writeFiles(root, [CHANGE]);
  holder.stdin.end('go');
  await written;
  expect(await readTree(root)).toEqual({ 'a.txt': 'new' });
});

test('the lock of a process that was killed is taken over', async () => {
  const root = await createTree({});
  const holder = startChild('hold', [root]);
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await finish(holder);
  expect(await readdir(join(root, '.apipin/locks'))).toHaveLength(1);
  await writeFiles(root, [CHANGE]);
  expect(await readTree(root)).toEqual({ 'a.txt': 'new' });
});

test('the lock of an earlier process with the same id is taken over', async () => {
  const root = await createTree({
    [`.apipin/locks/${process.pid}@${encodeURIComponent(hostname())}/`]: undefined,
  });
  await writeFiles(root, [CHANGE]);
  expect(await readTree(root)).toEqual({ 'a.txt': 'new' });
});

test('the lock of another machine is left to a person', async () => {
  const entry = '.apipin/locks/2147483646@elsewhere/';
  const root = await createTree({ [entry]: undefined });
  await expect(writeFiles(root, [CHANGE])).rejects.toMatchObject({
    name: 'FilesLockedError',
    holder: { host: 'elsewhere' },
  });
  expect(await readTree(root)).toEqual({ [entry]: undefined });
});

test('entries that no process can have made are removed', async () => {
  const root = await createTree({});
  for (const name of ['0', '-1@', 'x@y', '1e999@z']) {
    await mkdir(join(root, '.apipin/locks', name), { recursive: true });
  }
  await writeFiles(root, [CHANGE]);
  expect(await readTree(root)).toEqual({ 'a.txt': 'new' });
});

test('one process locks once', async () => {
  const root = await createTree({});
  await lockFiles(root, async () => {
    await expect(writeFiles(root, [CHANGE])).rejects.toMatchObject({
      name: 'FilesLockedError',
      holder: { pid: process.pid },
    });
  });
  expect(await readTree(root)).toEqual({});
});

test('a process that gives up waiting by a signal leaves no entry', async () => {
  const root = await createTree({});
  await lockFiles(root, async () => {
    const locks = join(root, '.apipin/locks');
    // A process that steps back has its entry only for a moment now and then, until it gives up by itself.
    for (let isKilled = false; !isKilled;) {
      const waiting = startChild('hold', [root]);
      const end = finish(waiting);
      while (waiting.exitCode === null && (await readdir(locks)).length < 2) await delay(1);
      waiting.kill('SIGTERM');
      isKilled = (await end).signal === 'SIGTERM';
    }
    expect(await readdir(locks)).toHaveLength(1);
  });
});

test('of many processes at once, one at a time is at work', async () => {
  const root = await createTree({});
  const children = Array.from({ length: 5 }, () => startChild('hold', [root]));
  const ends = children.map(finish);
  const first = await Promise.race(
    children.map(async (child) => {
      await once(child.stdout, 'data');
      return child;
    }),
  );
  const others = children.flatMap((child, index) => (child === first ? [] : [ends[index]]));
  for (const end of await Promise.all(others)) {
    expect(end).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('FilesLockedError') as string,
    });
  }
  first.stdin.end('go');
  expect(await ends[children.indexOf(first)]).toMatchObject({ code: 0, stdout: 'locked' });
  expect(await readTree(root)).toEqual({});
});
