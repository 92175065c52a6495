import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repositoryPath } from './repository.ts';
import { runNode } from './run-node.ts';

/*
 * What a change makes turbo do again. In a copy of the repository one file is touched at a time; the tasks with another
 * hash than before are those whose cached results no longer count.
 */

/** Names of packages, without the scope, by task. */
type Tasks = Readonly<Record<string, readonly string[]>>;

interface Task {
  readonly taskId: string;
  readonly task: string;
  readonly package: string;
  readonly hash: string;
  readonly command: string;
  /** The folder of the package, from the root of the repository. */
  readonly directory: string;
}

interface Package {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** What a package.json says. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const TASKS = ['generate', 'build', 'typecheck', 'lint', 'test', 'check:package'];
const TURBO = repositoryPath('node_modules/turbo/bin/turbo');
/** Packages whose tests read our specs. */
const readersOfSpecs = [
  'acceptance',
  'cli',
  'codegen',
  'custom-channels-compat',
  'sandbox',
  'spec-sync',
];
/** What is installed or made, and git's own folder. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.turbo', '.git']);

let copy: string;
let before: readonly Task[];
let packages: ReadonlyMap<string, Package>;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'apipin-turbo-'));
  await cp(repositoryPath(''), copy, {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(basename(path)),
  });
  // turbo asks git which files there are, and which of a task's outputs are committed.
  await git('init', '--quiet');
  await git('add', '--all');
  before = await planTasks();
  packages = await readPackages();
});

afterAll(() => rm(copy, { recursive: true, force: true }));

test('there is something to do in every task', () => {
  for (const task of TASKS) expect(packagesWith(task), task).not.toEqual([]);
});

test.each<[touched: string, again: () => Tasks]>([
  ['README.md', () => ({})],
  ['.github/CONTRIBUTING.md', () => ({})],
  ['scripts/bench/measure.ts', () => ({})],
  ['packages/client-runtime/README.md', () => ({ 'check:package': ['client-runtime'] })],
  ['packages/codegen/test/agreement.test.ts', () => checksOf('codegen')],
  ['packages/client-runtime/src/headers.test.ts', () => checksOf('client-runtime')],
  [
    'specs/v3/custom-channels.yaml',
    () => ({
      generate: ['cli', 'custom-channels-compat', 'custom-channels-v3', 'custom-channels-v3-zod'],
      test: readersOfSpecs,
    }),
  ],
  [
    'specs/2026-03/custom-channels.yaml',
    () => ({
      generate: [
        'cli',
        'custom-channels-2026-03',
        'custom-channels-2026-03-zod',
        'custom-channels-compat',
      ],
      test: readersOfSpecs,
    }),
  ],
  ['specs/v3/custom-channels.lock.yaml', () => ({})],
  ['specs/v3/custom-channels.overlay.yaml', () => ({})],
  [
    'specs/versions.yaml',
    () => ({
      generate: packagesWith('generate').filter((name) => !name.endsWith('-zod')),
      test: ['cli'],
    }),
  ],
  [
    'packages/client-runtime/src/index.ts',
    () => ({ ...builtWith('client-runtime'), lint: ['client-runtime'] }),
  ],
  [
    'packages/codegen/src/index.ts',
    () => ({ ...builtWith('codegen'), lint: ['codegen'], generate: packagesWith('generate') }),
  ],
  [
    'packages/codegen/runtime/zod.ts',
    () => ({ ...builtWith('codegen'), lint: ['codegen'], generate: packagesWith('generate') }),
  ],
  // An edit by hand, which generating undoes.
  [
    'packages/custom-channels-v3/src/types.ts',
    () => ({ ...builtWith('custom-channels-v3'), generate: ['custom-channels-v3'] }),
  ],
  ['packages/config/vitest.js', () => ({ test: packagesWith('test') })],
  ['.oxlintrc.json', () => ({ lint: packagesWith('lint') })],
  ['package.json', () => ({ test: ['acceptance'] })],
  ['pnpm-workspace.yaml', () => ({ test: ['acceptance'] })],
])('touching %s does again what depends on it, and nothing else', async (touched, again) => {
  const after = await touching(touched, planTasks);
  const hashes = new Map(before.map(({ taskId, hash }) => [taskId, hash]));
  const changed = after.filter(({ taskId, hash }) => hashes.get(taskId) !== hash);
  expect(byTask(changed)).toEqual(sorted(again()));
});

/** What looks at a package's own files, tests included. */
function checksOf(name: string): Tasks {
  return { lint: [name], test: [name], typecheck: [name] };
}

/** What a build of the package goes into. */
function builtWith(name: string): Tasks {
  const built = reach([name], (each) => usersOf(each, buildsOf));
  const tested = new Set([...built, ...[...built].flatMap((each) => usersOf(each, importsOf))]);
  const among = (task: string, names: ReadonlySet<string>): readonly string[] =>
    packagesWith(task).filter((each) => names.has(each));
  return {
    build: among('build', built),
    'check:package': among('check:package', built),
    typecheck: among('typecheck', tested),
    test: among('test', tested),
  };
}

function usersOf(name: string, dependenciesOf: (user: Package) => readonly string[]): string[] {
  return [...packages.values()]
    .filter((user) => dependenciesOf(user).includes(name))
    .map((user) => user.name);
}

/**
 * What a package is built with. turbo knows no difference between dependencies and those for development, but the
 * packages of the generator make it: else a change of what their tests import would generate everything anew.
 */
function buildsOf(user: Package): readonly string[] {
  const generator = reach(['cli'], (name) => packages.get(name)?.dependencies ?? []);
  return generator.has(user.name) ? user.dependencies : importsOf(user);
}

function importsOf({ dependencies, devDependencies }: Package): readonly string[] {
  return [...dependencies, ...devDependencies];
}

/** `names`, and everything that `next` leads to from there. */
function reach(names: readonly string[], next: (name: string) => readonly string[]): Set<string> {
  const reached = new Set(names);
  for (const name of reached) next(name).forEach((each) => reached.add(each));
  return reached;
}

function packagesWith(task: string): readonly string[] {
  return byTask(before)[task] ?? [];
}

function byTask(tasks: readonly Task[]): Tasks {
  const named = Map.groupBy(tasks, ({ task }) => task);
  return sorted(
    Object.fromEntries(
      [...named].map(([task, members]) => [task, members.map((member) => nameOf(member.package))]),
    ),
  );
}

function sorted(tasks: Tasks): Tasks {
  return Object.fromEntries(Object.entries(tasks).map(([task, names]) => [task, names.toSorted()]));
}

function nameOf(packageName: string): string {
  return packageName.replace('@apipin/', '');
}

/** Every task that runs something, with the hash of all that it depends on. */
async function planTasks(): Promise<readonly Task[]> {
  const { code, stdout, stderr } = await runNode(
    [TURBO, 'run', ...TASKS, '--dry=json', '--cache=local:r'],
    { cwd: copy, env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' } },
  );
  if (code !== 0) throw new Error(`turbo exited with ${code}\n${stderr}`);
  const { tasks } = JSON.parse(stdout) as { tasks: readonly Task[] };
  return tasks.filter(({ command }) => command !== '<NONEXISTENT>');
}

async function readPackages(): Promise<ReadonlyMap<string, Package>> {
  const folders = new Map(before.map((task) => [nameOf(task.package), task.directory]));
  const entries = [...folders].map(async ([name, folder]) => {
    const text = await readFile(join(copy, folder, 'package.json'), 'utf8');
    const { dependencies, devDependencies } = JSON.parse(text) as Manifest;
    const targets = (versions: Manifest['dependencies'] = {}): readonly string[] =>
      Object.entries(versions).map(([key, version]) => nameOf(targetOf(key, version)));
    const read = { dependencies: targets(dependencies), devDependencies: targets(devDependencies) };
    return [name, { name, ...read }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** The package that a dependency leads to, which an alias such as `workspace:@apipin/custom-channels-v3@*` names. */
function targetOf(key: string, version: string): string {
  return /^workspace:(@[^@]+)@/.exec(version)?.[1] ?? key;
}

/** What `look` sees while a file of the copy has a line more, or is there where it was not. */
async function touching<Result>(path: string, look: () => Promise<Result>): Promise<Result> {
  const file = join(copy, path);
  const contents = existsSync(file) ? await readFile(file, 'utf8') : undefined;
  await writeFile(file, `${contents ?? ''}\n`);
  try {
    return await look();
  } finally {
    await (contents === undefined ? rm(file) : writeFile(file, contents));
  }
}

async function git(...args: readonly string[]): Promise<void> {
  await promisify(execFile)('git', args, { cwd: copy });
}
