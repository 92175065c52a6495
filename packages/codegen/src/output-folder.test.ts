import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { GENERATED_MARK } from './header.ts';
import { findDrift, ForeignFilesError, writeFolder } from './output-folder.ts';

const FIRST = [
  { path: 'a.ts', contents: `${GENERATED_MARK}one\n` },
  { path: 'deep/b.ts', contents: `${GENERATED_MARK}two\n` },
];
const SECOND = [{ path: 'a.ts', contents: `${GENERATED_MARK}three\n` }];

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'apipin-output-'));
  folder = join(parent, 'src');
  onTestFinished(() => rm(parent, { recursive: true }));
});

test('writes the files and nothing else', async () => {
  expect(await writeFolder(folder, FIRST)).toEqual({
    missing: ['a.ts', 'deep/b.ts'],
    changed: [],
    leftover: [],
  });
  expect(await readFile(join(folder, 'deep/b.ts'), 'utf8')).toBe(FIRST[1]?.contents);
  expect(await readdir(parent)).toEqual(['src']);
});

test('replaces the folder as a whole', async () => {
  await writeFolder(folder, FIRST);
  expect(await writeFolder(folder, SECOND)).toEqual({
    missing: [],
    changed: ['a.ts'],
    leftover: ['deep/b.ts'],
  });
  expect(await readdir(folder, { recursive: true })).toEqual(['a.ts']);
  expect(await readdir(parent)).toEqual(['src']);
});

test('touches nothing where nothing differs', async () => {
  await writeFolder(folder, FIRST);
  const before = await stat(join(folder, 'a.ts'));
  await writeFolder(folder, FIRST);
  expect((await stat(join(folder, 'a.ts'))).ino).toBe(before.ino);
});

test('files of somebody else stay, and generated ones come and go among them', async () => {
  await writeFolder(folder, FIRST);
  await writeFile(join(folder, 'mine.ts'), 'mine');
  expect(await writeFolder(folder, SECOND)).toEqual({
    missing: [],
    changed: ['a.ts'],
    leftover: ['deep/b.ts'],
  });
  expect(await readFile(join(folder, 'a.ts'), 'utf8')).toBe(SECOND[0]?.contents);
  expect(await readFile(join(folder, 'mine.ts'), 'utf8')).toBe('mine');
  expect(await findDrift(folder, SECOND)).toEqual({ missing: [], changed: [], leftover: [] });
  expect(await readdir(parent)).toEqual(['src']);
});

test('hidden files stay', async () => {
  await writeFolder(folder, FIRST);
  await writeFile(join(folder, '.keep'), '');
  await writeFolder(folder, SECOND);
  expect(await readdir(folder)).toEqual(['.keep', 'a.ts', 'deep']);
});

test('a file of somebody else is not overwritten', async () => {
  await mkdir(folder);
  await writeFile(join(folder, 'a.ts'), 'mine');
  await expect(writeFolder(folder, FIRST)).rejects.toThrow(ForeignFilesError);
  expect(await readdir(folder)).toEqual(['a.ts']);
  expect(await readFile(join(folder, 'a.ts'), 'utf8')).toBe('mine');
});

test('a run that died between the renames is undone by the next', async () => {
  await writeFolder(folder, FIRST);
  await rename(folder, join(parent, '.src.apipin-old'));
  await mkdir(join(parent, '.src.apipin-new'));
  expect(await writeFolder(folder, SECOND)).toEqual({
    missing: [],
    changed: ['a.ts'],
    leftover: ['deep/b.ts'],
  });
  expect(await readdir(parent)).toEqual(['src']);
});

test('a run that died before it removed the old folder is finished by the next', async () => {
  await writeFolder(folder, SECOND);
  await mkdir(join(parent, '.src.apipin-old'));
  await writeFolder(folder, SECOND);
  expect(await readdir(parent)).toEqual(['src']);
});

test('comparing a folder that is not there finds everything missing', async () => {
  expect(await findDrift(folder, SECOND)).toEqual({ missing: ['a.ts'], changed: [], leftover: [] });
});

test.each(['../a.ts', '/etc/a.ts', '.'])(
  'a path that leaves the folder is refused: %s',
  async (path) => {
    await expect(writeFolder(folder, [{ path, contents: '' }])).rejects.toThrow(RangeError);
  },
);
