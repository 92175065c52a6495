import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll } from 'vitest';
import type { GeneratedFile } from '../src/generated-file.ts';

/** Inside the package, so that `zod` and the runtime resolve as they do for users. */
const SCRATCH = fileURLToPath(new URL('../node_modules/.scratch/', import.meta.url));

/** The strictest flags. */
export const COMPILER_OPTIONS: ts.CompilerOptions = {
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
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
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

/** The declarations of libraries, which are the same in every program. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function createHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(COMPILER_OPTIONS);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (name.startsWith(SCRATCH)) return getSourceFile(name, ...rest);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...rest));
    return libraries.get(name);
  };
  return host;
}

/** What the compiler says against `files`, under the strictest flags. */
export async function typeErrors(files: readonly GeneratedFile[]): Promise<string[]> {
  const folder = await writeScratch(files);
  const names = files.map(({ path }) => join(folder, path));
  const program = ts.createProgram(names, { ...COMPILER_OPTIONS, noEmit: true }, createHost());
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line =
      file === undefined
        ? ''
        : `${file.fileName.slice(folder.length + 1)}:${file.getLineAndCharacterOfPosition(start ?? 0).line + 1} `;
    return line + ts.flattenDiagnosticMessageText(messageText, '\n');
  });
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
