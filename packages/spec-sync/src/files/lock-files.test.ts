import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFiles, recoverFiles, writeFiles } from './lock-files.ts';
import { createTree, fillTree, readTree, type Tree } from '../../test/files/tree.ts';

test('files are replaced, added and removed at once, and nothing else is left', async () => {
  const root = await createTree({ 'a.txt': '1', 'b.txt': '2', 'kept.txt': '3' });
  await writeFiles(root, [
    { path: 'a.txt', contents: 'one' },
    { path: 'b.txt', contents: undefined },
    { path: 'deep/er/c.txt', contents: 'three' },
  ]);
  expect(await readTree(root)).toEqual({
    'a.txt': 'one',
    'deep/er/c.txt': 'three',
    'kept.txt': '3',
  });
});

test('what is equal already is not touched', async () => {
  const root = await createTree({ 'same.txt': 'same', 'changed.txt': 'old' });
  const longAgo = new Date('2001-02-03T04:05:06Z');
  await utimes(join(root, 'same.txt'), longAgo, longAgo);
  await utimes(root, longAgo, longAgo);
  await writeFiles(root, [
    { path: 'same.txt', contents: 'same' },
    { path: 'never.txt', contents: undefined },
  ]);
  await writeFiles(root, [
    { path: 'same.txt', contents: 'same' },
    { path: 'changed.txt', contents: 'new' },
  ]);
  expect((await stat(join(root, 'same.txt'))).mtime).toEqual(longAgo);
});

test('a file that is replaced keeps its mode', async () => {
  const root = await createTree({ 'run.sh': 'old' });
  await chmod(join(root, 'run.sh'), 0o751);
  await writeFiles(root, [{ path: 'run.sh', contents: 'new' }]);
  expect((await stat(join(root, 'run.sh'))).mode & 0o7777).toBe(0o751);
});

test('folders go with their last file, and others stay', async () => {
  const root = await createTree({ 'a/b/c/gone.txt': '', 'a/kept.txt': '', 'empty/': undefined });
  await writeFiles(root, [{ path: 'a/b/c/gone.txt', contents: undefined }]);
  expect(await readTree(root)).toEqual({ 'a/kept.txt': '', 'empty/': undefined });
});

test.each([
  '',
  '.',
  '..',
  '/etc/hosts',
  '../outside.txt',
  'a/../../outside.txt',
  'a//b.txt',
  'a/./b.txt',
  'a/',
  'a\\..\\b.txt',
  'a\0b.txt',
  '.git/hooks/pre-commit',
  'packages/.GIT/config',
  '.apipin/journal.json',
  'folder',
  'file/inner.txt',
  'link.txt',
  'dangling/a.txt',
  'outside/a.txt',
  'outside/deep/a.txt',
  'to-git/config',
])('the path %j is refused, and the others are not written', async (path) => {
  const outside = await createTree({ 'a.txt': 'outside' });
  const root = await createTree({
    'folder/a.txt': '',
    'target.txt': '',
    file: '',
    '.git/config': '',
  });
  await symlink(join(root, 'target.txt'), join(root, 'link.txt'));
  await symlink(join(root, 'nowhere'), join(root, 'dangling'));
  await symlink(outside, join(root, 'outside'));
  await symlink(join(root, '.git'), join(root, 'to-git'));
  const before = await readTree(root);
  const contents = 'hostile';
  await expect(
    writeFiles(root, [
      { path: 'good.txt', contents },
      { path, contents },
    ]),
  ).rejects.toMatchObject({
    name: 'RefusedPathError',
    path,
  });
  await expect(writeFiles(root, [{ path, contents: undefined }])).rejects.toThrow();
  expect(await readTree(root)).toEqual(before);
  expect(await readTree(outside)).toEqual({ 'a.txt': 'outside' });
});

test('a link between folders of the root is followed, and stays', async () => {
  const root = await createTree({ 'real/a.txt': 'old' });
  await symlink('real', join(root, 'link'));
  await writeFiles(root, [{ path: 'link/a.txt', contents: 'new' }]);
  expect(await readTree(root)).toEqual({ link: '-> real', 'real/a.txt': 'new' });
});

test.each([
  ['the same path twice', ['a.txt', 'a.txt']],
  ['two ways to one file', ['real/a.txt', 'link/a.txt']],
  ['a file, and another below it', ['b', 'b/c']],
])('%s is refused', async (_, paths) => {
  const root = await createTree({ 'real/a.txt': 'old' });
  await symlink('real', join(root, 'link'));
  const before = await readTree(root);
  await expect(
    writeFiles(
      root,
      paths.map((path) => ({ path, contents: 'new' })),
    ),
  ).rejects.toMatchObject({ name: 'RefusedPathError' });
  expect(await readTree(root)).toEqual(before);
});

test('a root is found through a link', async () => {
  const root = await createTree({ 'real/a.txt': 'old' });
  await symlink('real', join(root, 'link'));
  await writeFiles(join(root, 'link'), [{ path: 'a.txt', contents: 'new' }]);
  expect(await readTree(root)).toEqual({ link: '-> real', 'real/a.txt': 'new' });
});

test(
  'any changes make of any files what they say, or are refused and make nothing',
  { timeout: 600_000 },
  async () => {
    const paths = fc.constantFrom('a', 'a/b', 'a/b/c', 'd/e', 'd/f', '__proto__', 'constructor/x');
    const contents = fc.constantFrom('1', '2');
    const root = await createTree({});
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(paths, contents).filter(isTree),
        fc.uniqueArray(
          fc.record({ path: paths, contents: fc.option(contents, { nil: undefined }) }),
          {
            selector: ({ path }) => path,
          },
        ),
        async (before, changes) => {
          await fillTree(root, before);
          const wanted = new Map(Object.entries(before));
          for (const { path, contents } of changes) {
            if (contents === undefined) wanted.delete(path);
            else wanted.set(path, contents);
          }
          const after = Object.fromEntries(wanted);
          const error = await writeFiles(root, changes).catch((thrown: unknown) => thrown);
          expect(await readTree(root)).toEqual(error === undefined ? after : before);
          if (error !== undefined) expect(error).toMatchObject({ name: 'RefusedPathError' });
          if (isTree(after) && changes.every(({ path }) => isTree({ ...before, [path]: '' }))) {
            expect(error).toBeUndefined();
          }
        },
      ),
      { numRuns: process.env['TEST_LONG'] === undefined ? 150 : 10_000, seed: 1 },
    );
  },
);

test('while files are locked, what was read is what is written over', async () => {
  const root = await createTree({ 'a.txt': 'old' });
  const result = await lockFiles(root, async (files) => {
    expect(files.recovered).toBe(false);
    await files.write([{ path: 'a.txt', contents: 'new' }]);
    await files.write([{ path: 'b.txt', contents: 'also new' }]);
    return 'result';
  });
  expect(result).toBe('result');
  expect(await readTree(root)).toEqual({ 'a.txt': 'new', 'b.txt': 'also new' });
});

test('an error of the work ends the lock', async () => {
  const root = await createTree({});
  const failure = new Error('of the work');
  await expect(lockFiles(root, () => Promise.reject(failure))).rejects.toBe(failure);
  expect(await readTree(root)).toEqual({});
  await writeFiles(root, [{ path: 'a.txt', contents: '' }]);
});

test('where nothing was cut short, a recovery touches nothing', async () => {
  const root = await createTree({ 'a.txt': '' });
  const longAgo = new Date('2001-02-03T04:05:06Z');
  await utimes(root, longAgo, longAgo);
  expect(await recoverFiles(root)).toBe(false);
  expect((await stat(root)).mtime).toEqual(longAgo);
});

/** As a process leaves it that dies between its renames: `a.txt` is replaced, `b.txt` is added, and `c.txt` is still there. */
async function createCutShort(files: Tree = {}): Promise<string> {
  const sha256 = (letter: string): string => digests[letter] as string;
  return createTree({
    'a.txt': 'new',
    'b.txt': 'new',
    'c.txt': 'old',
    '.apipin/old/0': 'old',
    '.apipin/new/3': 'new',
    '.apipin/journal.json': JSON.stringify({
      files: [
        { path: 'a.txt', before: sha256('old'), after: sha256('new') },
        { path: 'b.txt', before: null, after: sha256('new') },
        { path: 'c.txt', before: sha256('old'), after: null },
        { path: 'd/d.txt', before: null, after: sha256('new') },
      ],
      folders: ['d'],
    }),
    ...files,
  });
}

const digests: Readonly<Record<string, string>> = {
  old: 'cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4',
  new: '11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437',
};

test('a write that was cut short is taken back before the next one', async () => {
  const root = await createCutShort();
  await writeFiles(root, [{ path: 'z.txt', contents: 'z' }]);
  expect(await readTree(root)).toEqual({ 'a.txt': 'old', 'c.txt': 'old', 'z.txt': 'z' });
});

test('what somebody wrote after a write was cut short is not lost', async () => {
  const root = await createCutShort({ 'a.txt': 'edited' });
  const before = await readTree(root);
  const recovery = recoverFiles(root);
  await expect(recovery).rejects.toMatchObject({ name: 'RecoveryError' });
  await expect(recovery).rejects.toThrow('a.txt');
  expect(await readTree(root)).toEqual(before);
  await rm(join(root, 'a.txt'));
  expect(await recoverFiles(root)).toBe(true);
  expect(await readTree(root)).toEqual({ 'a.txt': 'old', 'c.txt': 'old' });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"files":[]}',
  '{"files":[null],"folders":[]}',
  '{"files":[{"path":"a.txt"}],"folders":[]}',
])('a journal that says %j is left to a person', async (journal) => {
  const root = await createCutShort({ '.apipin/journal.json': journal });
  const before = await readTree(root);
  await expect(recoverFiles(root)).rejects.toMatchObject({ name: 'RecoveryError' });
  expect(await readTree(root)).toEqual(before);
});

test.each([
  { files: [{ path: '../victim.txt', before: null, after: null }], folders: [] },
  { files: [{ path: '.git/config', before: null, after: null }], folders: [] },
  { files: [], folders: ['../victim'] },
])('a journal that names a path elsewhere is not followed: %j', async (journal) => {
  const folder = await createTree({
    'victim.txt': 'here',
    'victim/': undefined,
    'root/.git/config': 'here',
    'root/.apipin/journal.json': JSON.stringify(journal),
  });
  const before = await readTree(folder);
  await expect(recoverFiles(join(folder, 'root'))).rejects.toMatchObject({
    name: 'RefusedPathError',
  });
  expect(await readTree(folder)).toEqual(before);
});

test.each(['.apipin', '.apipin/old', '.apipin/new', '.apipin/locks'])(
  'a link in the place of %s is not followed',
  async (link) => {
    const outside = await createTree({ '0': 'outside', 'old/0': 'outside' });
    const root = await createTree({ 'a.txt': '' });
    if (link.includes('/')) await mkdir(join(root, '.apipin'));
    await symlink(outside, join(root, link));
    await expect(writeFiles(root, [{ path: 'a.txt', contents: 'new' }])).rejects.toMatchObject({
      name: 'RefusedPathError',
    });
    expect(await readTree(outside)).toEqual({ '0': 'outside', 'old/0': 'outside' });
    expect((await lstat(join(root, link))).isSymbolicLink()).toBe(true);
  },
);

test('what somebody writes while new contents are staged is not lost', async () => {
  const root = await createTree({ 'a.txt': 'old' });
  const write = writeFiles(root, [
    { path: 'a.txt', contents: 'new' },
    ...Array.from({ length: 50 }, (_, index) => ({ path: `more/${index}`, contents: 'new' })),
  ]);
  while (!existsSync(join(root, '.apipin/new/1'))) await new Promise(setImmediate);
  await writeFile(join(root, 'a.txt'), 'edited');
  await expect(write).rejects.toMatchObject({ name: 'WriteFailedError' });
  expect(await readTree(root)).toEqual({ 'a.txt': 'edited' });
});

/** Whether no file is where another has a folder. */
function isTree(files: Tree): boolean {
  const paths = Object.keys(files);
  return !paths.some((path) => paths.some((other) => other.startsWith(`${path}/`)));
}
