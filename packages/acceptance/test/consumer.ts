import { readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, newestCompiler, STRICT_OPTIONS } from './compilers.ts';
import { repositoryPath } from './repository.ts';
import { createScratchFolder } from './scratch-folder.ts';

/** An error of the compiler. */
export interface CompileError {
  /** File and line. */
  readonly at: string;
  readonly code: string;
  /** The line of the source. */
  readonly source: string;
}

/** A project of somebody who uses a client, where nothing of this repository is near. */
export interface Consumer {
  readonly folder: string;
  /** Writes the pin, which is one line of `package.json`, and installs it. */
  pin(id: string): Promise<void>;
  compile(): Promise<CompileError[]>;
}

/** Sets up a project with `files`, pinned to the version `id`. */
export async function createConsumer(
  files: Readonly<Record<string, string>>,
  id: string,
): Promise<Consumer> {
  const compilerOptions = { ...STRICT_OPTIONS, module: 'nodenext' };
  const folder = await createScratchFolder(
    { 'tsconfig.json': JSON.stringify({ compilerOptions, include: Object.keys(files) }), ...files },
    tmpdir(),
  );
  const consumer = {
    folder,
    pin: async (version: string) => {
      await writeFile(join(folder, 'package.json'), manifestPinnedTo(version));
      await install(folder);
    },
    compile: async () =>
      readErrors(await compile(newestCompiler, join(folder, 'tsconfig.json')), files),
  };
  await consumer.pin(id);
  return consumer;
}

/** The `package.json` of a project whose code imports from `custom-channels`. */
export function manifestPinnedTo(id: string): string {
  return `{
  "type": "module",
  "dependencies": {
    "custom-channels": "npm:@apipin/custom-channels-${id}@^0.1.0"
  }
}
`;
}

/** Puts the package that an alias names where a package manager would, though not from a registry. */
async function install(folder: string): Promise<void> {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  await rm(join(folder, 'node_modules'), { recursive: true, force: true });
  await mkdir(join(folder, 'node_modules'));
  for (const [name, range] of Object.entries(dependencies)) {
    const target = /^npm:@apipin\/([\w.-]+)@/.exec(range)?.[1];
    if (target === undefined) throw new Error(`not an alias of a package here: ${range}`);
    const link = join(folder, 'node_modules', name);
    await symlink(repositoryPath(`packages/${target}`), link, 'junction');
  }
}

function readErrors(output: string, files: Readonly<Record<string, string>>): CompileError[] {
  const errors = [...output.matchAll(/^.*?([\w.-]+)\((\d+),\d+\): error (TS\d+): /gm)];
  if (errors.length === 0 && output !== '') throw new Error(output);
  return errors.map(([, file = '', line = '', code = '']) => ({
    at: `${file}:${line}`,
    code,
    source: files[file]?.split('\n')[Number(line) - 1]?.trim() ?? '',
  }));
}
