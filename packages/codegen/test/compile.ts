import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import type { GeneratedFile } from '../src/generated-file.ts';

/** Inside the package, so that `zod` and the runtime resolve as they do for users. */
const SCRATCH = fileURLToPath(new URL('../node_modules/.scratch/', import.meta.url));

/** The repository's compiler: that of this package is for what reads declarations, and slow. */
const TSC = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

const OPTIONS = {
  noEmit: true,
  // Several threads look at most declarations several times, in programs as small as these.
  singleThreaded: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  module: 'nodenext',
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
};

const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Writes `files` to a folder of their own, which is removed after the file's tests. */
export async function writeScratch(files: readonly GeneratedFile[]): Promise<string> {
  await mkdir(SCRATCH, { recursive: true });
  const folder = await mkdtemp(join(SCRATCH, 'test-'));
  folders.push(folder);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { path, contents } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  return folder;
}

/** What the compiler says against `files`, under the strictest flags. */
export async function typeErrors(files: readonly GeneratedFile[]): Promise<string[]> {
  const folder = await writeScratch(files);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS }));
  const compiler = spawn(process.execPath, [TSC, '--project', folder, '--pretty', 'false'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(compiler, 'close');
  const output = await text(compiler.stdout);
  const [code] = await closed;
  return code === 0 ? [] : `${output}exit ${code}`.split('\n');
}

/** Takes the types out of `files`, which is all there is to compile, and imports the module at `path`. */
export async function importGenerated<Module>(
  files: readonly GeneratedFile[],
  path: string,
): Promise<Module> {
  const folder = await writeScratch(
    files.map((file) => ({
      path: file.path.replace(/\.ts$/, '.js'),
      contents: stripTypeScriptTypes(file.contents),
    })),
  );
  return (await import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href)) as Module;
}
