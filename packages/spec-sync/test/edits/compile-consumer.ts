import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '@apipin/codegen';
import ts from 'typescript';

/** A consumer of a client, and the client as it was and as it might be. */
export interface Consumer {
  readonly lines: readonly string[];
  readonly old: readonly GeneratedFile[];
  readonly currents: readonly (readonly GeneratedFile[])[];
}

/** What compiled against the old client. */
export interface Compiled {
  /** How many lines did. */
  readonly lines: number;
  /** Those that do not compile against the new one, with what the compiler says. */
  readonly broken: readonly string[];
}

const RUNTIME = fileURLToPath(import.meta.resolve('@apipin/client-runtime')).replace(
  /\.js$/,
  '.d.ts',
);

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

/** Programs that register a form for large integers see of which format an integer is. */
const HEAD = `import type * as Client from './index.js';
import type * as Types from './types.js';
declare module '@apipin/client-runtime' { interface Register { int64: 'bigint' } }
`;
const HEAD_LINES = HEAD.split('\n').length - 1;

/** Compiles a consumer against all clients, in one program. */
export function compileConsumer({ lines, old, currents }: Consumer): Compiled[] {
  const texts = new Map<string, string>();
  [old, ...currents].forEach((files, index) => {
    for (const { path, contents } of files) texts.set(`/${index}/${path}`, contents);
    texts.set(`/${index}/consumer.ts`, HEAD + lines.join('\n'));
  });
  const program = ts.createProgram([...texts.keys()], OPTIONS, createHost(texts));
  const before = errorsByLine(program, '/0/consumer.ts');
  return currents.map((_, index) => {
    const after = errorsByLine(program, `/${index + 1}/consumer.ts`);
    const broken = [...after].filter(([at]) => !before.has(at));
    return {
      lines: lines.length - before.size,
      broken: broken.map(([at, error]) => `${lines[at]}\n  ${error}`),
    };
  });
}

function errorsByLine(program: ts.Program, path: string): ReadonlyMap<number, string> {
  const file = program.getSourceFile(path);
  const diagnostics = [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ];
  return new Map(
    diagnostics.map(({ start = 0, messageText }) => [
      (file?.getLineAndCharacterOfPosition(start).line ?? 0) - HEAD_LINES,
      ts.flattenDiagnosticMessageText(messageText, ' '),
    ]),
  );
}

/** The files of libraries, which are the same in every program. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function createHost(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  return {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile: (path, target) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, target);
      if (!libraries.has(path)) libraries.set(path, host.getSourceFile(path, target));
      return libraries.get(path);
    },
    resolveModuleNameLiterals: (literals, importer, redirect, options) =>
      literals.map((literal) => {
        const folder = importer.slice(0, importer.lastIndexOf('/'));
        const own = `${folder}/${literal.text.replace(/^\.\//, '').replace(/\.js$/, '.ts')}`;
        if (texts.has(own)) return { resolvedModule: { resolvedFileName: own, extension: '.ts' } };
        if (literal.text === '@apipin/client-runtime') {
          return { resolvedModule: { resolvedFileName: RUNTIME, extension: '.d.ts' } };
        }
        return ts.resolveModuleName(
          literal.text,
          importer,
          options,
          host,
          undefined,
          redirect,
          ts.ModuleKind.ESNext,
        );
      }),
  };
}
