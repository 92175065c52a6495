import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryPath } from '../repository.ts';
import { runNode } from '../run-node.ts';

/** A small repository as this one is, outside of it, that is removed by `remove`. */
export interface Workspace {
  readonly folder: string;
  /** Writes a file below the folder. */
  write(path: string, contents: string): Promise<void>;
  read(path: string): Promise<string>;
  /** Makes a package importable, as an installation would. */
  link(name: string): Promise<void>;
  /** Builds packages, and says what the compiler does; nothing if all is well. */
  build(packages: readonly string[]): Promise<string>;
  /** What a tool of the repository says of files, with its exit code. */
  check(tool: keyof typeof TOOLS, files: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

const TOOLS = {
  oxlint: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'],
  prettier: ['node_modules/prettier/bin/prettier.cjs', '--list-different'],
} as const;

/** Built already, in the repository that this test is part of. */
const RUNTIMES = ['client-runtime', 'compat-runtime'];

/** What packages import that is not part of the workspace. */
const INSTALLED = ['@types/node', 'vitest', 'zod'];

/** A project that is up to date in no time. */
const EMPTY_PROJECT = JSON.stringify({ compilerOptions: { composite: true }, files: ['empty.ts'] });

export async function createWorkspace(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'apipin-add-')));
  const workspace: Workspace = {
    folder,
    async write(path, contents) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), contents);
    },
    read: (path) => readFile(join(folder, path), 'utf8'),
    link: (name) => linkTo(folder, `@apipin/${name}`, join(folder, 'packages', name)),
    async build(packages) {
      const projects = packages.map((name) => `packages/${name}/tsconfig.build.json`);
      const tsc = repositoryPath('node_modules/typescript/bin/tsc');
      const { code, stdout, stderr } = await runNode(
        [tsc, '--build', ...projects, '--pretty', 'false'],
        { cwd: folder },
      );
      return stdout + stderr || (code === 0 ? '' : `exit ${code}`);
    },
    async check(tool, paths) {
      const [script, ...options] = TOOLS[tool];
      const { code, stdout, stderr } = await runNode(
        [repositoryPath(script), ...options, ...paths],
        { cwd: folder },
      );
      return `${stdout}${stderr}exit ${code}`;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  for (const [path, contents] of Object.entries(files)) await workspace.write(path, contents);
  for (const name of RUNTIMES) {
    await workspace.write(`packages/${name}/tsconfig.build.json`, EMPTY_PROJECT);
    await workspace.write(`packages/${name}/empty.ts`, 'export {};\n');
  }
  for (const name of ['config', ...RUNTIMES]) {
    await linkTo(folder, `@apipin/${name}`, repositoryPath(`packages/${name}`));
  }
  for (const name of INSTALLED) await linkTo(folder, name, repositoryPath(`node_modules/${name}`));
  return workspace;
}

async function linkTo(folder: string, name: string, target: string): Promise<void> {
  const link = join(folder, 'node_modules', name);
  await mkdir(dirname(link), { recursive: true });
  await symlink(target, link);
}
