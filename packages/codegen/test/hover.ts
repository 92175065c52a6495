import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { GeneratedFile } from '../src/generated-file.ts';
import { writeScratch } from './compile.ts';

/** What an editor shows of a name: its declaration, and what its comment says. */
export interface Hover {
  readonly declaration: string;
  readonly documentation: string;
  /** By their names. */
  readonly tags: readonly string[];
}

const SETTINGS: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  types: [],
};

const { fileExists, readFile, directoryExists, getCurrentDirectory } = ts.sys;

/** What an editor shows over the last of each of `names` in `code`, which is a module beside `files`. */
export async function hoversOver(
  files: readonly GeneratedFile[],
  code: string,
  names: readonly string[],
): Promise<Hover[]> {
  const folder = await writeScratch([...files, { path: 'use.ts', contents: code }]);
  const path = join(folder, 'use.ts');
  const service = ts.createLanguageService({
    fileExists,
    readFile,
    directoryExists,
    getCurrentDirectory,
    getCompilationSettings: () => SETTINGS,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => ts.ScriptSnapshot.fromString(readFileSync(file, 'utf8')),
  });
  return names.map((name) => {
    const info = service.getQuickInfoAtPosition(path, code.lastIndexOf(name));
    return {
      declaration: ts.displayPartsToString(info?.displayParts),
      documentation: ts.displayPartsToString(info?.documentation),
      tags: info?.tags?.map((tag) => tag.name) ?? [],
    };
  });
}
