import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder } from '../../test/terminal.ts';
import { findFiles } from './find-files.ts';

async function find(root: string): Promise<string[]> {
  const problems: string[] = [];
  const files = await findFiles(root, (path, message) => problems.push(`${path}: ${message}`));
  expect(problems).toEqual([]);
  return files.filter((file) => !file.endsWith('.gitignore'));
}

test('finds files of the project, and none that were installed or built', async () => {
  const root = await createFolder({
    'a.ts': '',
    'src/b.ts': '',
    '.env': '',
    'node_modules/x/package.json': '',
    'packages/p/node_modules/x/package.json': '',
    'dist/c.js': '',
    '.git/config': '',
    '.yarn/cache/x.zip': '',
  });
  expect(await find(root)).toEqual(['.env', 'a.ts', 'src/b.ts']);
});

test('follows the rules of .gitignore, the nearest first', async () => {
  const root = await createFolder({
    '.gitignore': '*.log\n/build\ngenerated/\n!kept.log\n# comment\n\\#file\n',
    'a.log': '',
    'kept.log': '',
    'build/x.ts': '',
    'packages/p/build/x.ts': '',
    'packages/p/generated/x.ts': '',
    'packages/p/.gitignore': '!a.log\n*.ts\n',
    'packages/p/a.log': '',
    'packages/p/b.log': '',
    'packages/q/x.ts': '',
  });
  expect(await find(root)).toEqual(['kept.log', 'packages/p/a.log', 'packages/q/x.ts']);
});

test('rules of the repository around the folder count, and none beyond it', async () => {
  const root = await createFolder({
    '.gitignore': '*.ts\n',
    'repository/.git/config': '',
    'repository/.gitignore': '*.log\n',
    'repository/sub/a.ts': '',
    'repository/sub/a.log': '',
  });
  expect(await find(join(root, 'repository/sub'))).toEqual(['a.ts']);
});

test('symbolic links, also such that lead in a circle, are not followed', async () => {
  const root = await createFolder({ 'src/a.ts': '' });
  await symlink('..', join(root, 'src/loop'));
  await symlink('a.ts', join(root, 'src/b.ts'));
  await symlink('nowhere', join(root, 'src/c.ts'));
  expect(await find(root)).toEqual(['src/a.ts']);
});

test('a deep tree is walked to its end', async () => {
  const root = await createFolder({});
  const deep = Array.from({ length: 300 }, () => 'd').join('/');
  await mkdir(join(root, deep), { recursive: true });
  expect(await find(root)).toEqual([]);
});

test('a pattern of nothing but wildcards takes no time', async () => {
  const root = await createFolder({ '.gitignore': `${'*a'.repeat(50)}b\n`, ['a'.repeat(200)]: '' });
  expect(await find(root)).toHaveLength(1);
});
