import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { orderByDependencies } from '../dependency-order.ts';
import { pack, type PackedPackage } from '../pack.ts';
import { manifestOf, textOf, type Tarball } from '../tarball.ts';
import { readPackages } from '../workspace-packages.ts';
import type { Run } from './run.ts';

/** What installs packages, and how it is told to link a folder. */
const LINKS = { npm: 'file:', pnpm: 'link:' } as const;

export type PackageManager = keyof typeof LINKS;

/** A project outside the workspace that uses published packages. */
export interface Consumer {
  readonly name: string;
  readonly folder: string;
  /** What is run of it, from its folder. */
  readonly program: string;
}

/** The strictest settings that a consumer may have: the declarations that it installs are checked as well. */
const COMPILER_OPTIONS = {
  target: 'es2023',
  lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
  module: 'nodenext',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: false,
  declaration: true,
  rootDir: 'src',
  outDir: 'dist',
};

const PROGRAMS = join(import.meta.dirname, 'programs');

/** Writes each example of the repository into a project of its own in `folder`, and those it depends on before it. */
export async function writeExamples(
  repository: string,
  folder: string,
  manager: PackageManager,
): Promise<Consumer[]> {
  const packages = await readPackages(repository);
  const sandbox = packages.find(({ manifest }) => manifest.name === '@apipin/sandbox');
  const examples = orderByDependencies(
    packages.filter((item) => item.folder.startsWith(join(repository, 'packages/examples/'))),
  );
  const links = new Map(
    examples.map((item) => [item.manifest.name, `${LINKS[manager]}../${basename(item.folder)}`]),
  );
  const consumers: Consumer[] = [];
  for (const example of examples) {
    const name = basename(example.folder);
    const { tarball } = await pack(example, folder);
    const { dependencies = {}, ...manifest } = manifestOf(tarball);
    const ranges = Object.entries(dependencies).map(([key, range]) => [
      key,
      links.get(key) ?? range,
    ]);
    const consumer = await writeProject(join(folder, name), {
      name: manifest.name,
      exports: manifest['exports'],
      dependencies: { ...Object.fromEntries(ranges), '@apipin/sandbox': sandbox?.manifest.version },
    });
    for (const [path, contents] of tarball.files) {
      if (!path.startsWith('src/') || path.endsWith('.test.ts')) continue;
      await mkdir(dirname(join(consumer, path)), { recursive: true });
      await writeFile(join(consumer, path), contents);
    }
    await copyFile(join(PROGRAMS, 'run-example.ts'), join(consumer, 'run-example.ts'));
    const program = tarball.files.has('src/main.ts') ? 'dist/main.js' : 'run-example.ts';
    consumers.push({ name, folder: consumer, program });
  }
  return consumers;
}

/** Whether there is nothing to find in a module when it runs, such as in the entry point `/types` of a client. */
function declaresTypesOnly(tarball: Tarball, module: string): boolean {
  const declarations = textOf(tarball, module.replace(/^\.\//, '').replace(/\.js$/, '.d.ts')) ?? '';
  return (
    /^export (interface|type)/m.test(declarations) &&
    !/^export (?!interface|type)/m.test(declarations)
  );
}

/** Writes a project that imports every export of every published package, and the programs for other runtimes. */
export async function writeEverything(
  packed: readonly PackedPackage[],
  folder: string,
): Promise<Consumer> {
  const consumer = await writeProject(join(folder, 'everything'), {
    dependencies: Object.fromEntries(
      packed.map(({ manifest }) => [manifest.name, manifest.version]),
    ),
  });
  const modules = packed.flatMap(({ manifest, tarball }) => {
    const { exports, peerDependenciesMeta } = manifestOf(tarball);
    // What is for users of a peer that is optional, such as `./vitest`, is of no use without it.
    const optional = Object.keys(peerDependenciesMeta ?? {}).map((peer) => `./${peer}`);
    return Object.entries(exports ?? {})
      .filter(([key]) => !optional.includes(key))
      .map(([key, target]) => ({
        name: manifest.name + key.slice(1),
        hasValues: typeof target !== 'string' || !declaresTypesOnly(tarball, target),
      }));
  });
  const imports = modules.map(
    ({ name, hasValues }, index) =>
      `import ${hasValues ? '' : 'type '}* as module${index} from '${name}';`,
  );
  const tests = modules.flatMap(({ name, hasValues }, index) =>
    hasValues
      ? `if (Object.keys(module${index}).length === 0) throw new Error('${name} exports nothing');`
      : [],
  );
  await writeFile(join(consumer, 'src/main.ts'), [...imports, ...tests, ''].join('\n'));
  for (const program of ['create-channel.ts', 'browser.ts', 'worker.ts']) {
    await copyFile(join(PROGRAMS, program), join(consumer, 'src', program));
  }
  return { name: 'everything', folder: consumer, program: 'dist/main.js' };
}

/** Installs what a consumer depends on, as its author would. */
export async function install(
  { folder }: Consumer,
  manager: PackageManager,
  env: Readonly<Record<string, string>>,
  run: Run,
): Promise<void> {
  const flags = manager === 'npm' ? ['--no-audit', '--no-fund'] : [];
  await run(manager, ['install', ...flags], { cwd: folder, env });
}

/** Type-checks and compiles a consumer with the compiler of the repository. */
export async function compile({ folder }: Consumer, repository: string, run: Run): Promise<void> {
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '--project', folder], { cwd: folder });
}

async function writeProject(
  folder: string,
  manifest: Readonly<Record<string, unknown>>,
): Promise<string> {
  await mkdir(join(folder, 'src'), { recursive: true });
  const settings = {
    'package.json': {
      private: true,
      type: 'module',
      devDependencies: { '@types/node': await versionOfNodeTypes() },
      ...manifest,
    },
    'tsconfig.json': { compilerOptions: COMPILER_OPTIONS, include: ['src'] },
  };
  for (const [file, value] of Object.entries(settings)) {
    await writeFile(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  }
  return folder;
}

/** The repository's own, since consumers are not what is to change from day to day. */
async function versionOfNodeTypes(): Promise<string> {
  const path = join(import.meta.dirname, '../../../node_modules/@types/node/package.json');
  return (JSON.parse(await readFile(path, 'utf8')) as { readonly version: string }).version;
}
