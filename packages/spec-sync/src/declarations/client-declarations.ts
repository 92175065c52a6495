import ts from 'typescript';
import type { EmittedFile } from './declaration-diff.ts';
import { CLIENT_RUNTIME, LIBRARY } from './stand-ins.ts';

/** What one generation of a client declares, to a compiler. */
export interface ClientDeclarations {
  /** What the package exports, by name: its index, and the module of `types`. */
  readonly exports: ReadonlyMap<string, ts.Symbol>;
  /** The module with `paths`, `components` and `operations`. */
  readonly types: ts.SourceFile;
  /** The module with the types of schemas. */
  readonly schemas: ts.SourceFile;
}

/** Two generations of a client in one program, so that their types can be compared. */
export interface DeclarationPair {
  readonly checker: ts.TypeChecker;
  readonly old: ClientDeclarations;
  readonly current: ClientDeclarations;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  // Consumers may compile with it, and it tells more apart.
  exactOptionalPropertyTypes: true,
  noLib: true,
  noEmit: true,
  types: [],
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ESNext,
};

/** Reads two generations of a client into one program. Nothing is read from disk. */
export function loadDeclarations(
  old: readonly EmittedFile[],
  current: readonly EmittedFile[],
): DeclarationPair {
  const texts = new Map([
    ['/library.d.ts', LIBRARY],
    ['/runtime.ts', CLIENT_RUNTIME],
    ...old.map(({ path, contents }): [string, string] => [`/old/${path}`, contents]),
    ...current.map(({ path, contents }): [string, string] => [`/current/${path}`, contents]),
  ]);
  const program = ts.createProgram([...texts.keys()], OPTIONS, createHost(texts));
  const checker = program.getTypeChecker();
  return {
    checker,
    old: declarationsOf(program, checker, '/old'),
    current: declarationsOf(program, checker, '/current'),
  };
}

function createHost(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    getSourceFile: (path, target) => {
      const text = texts.get(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, target);
    },
    resolveModuleNameLiterals: (literals, importer) =>
      literals.map(({ text }) => ({ resolvedModule: resolveModule(text, importer, texts) })),
    getDefaultLibFileName: () => '/library.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {},
  };
}

function resolveModule(
  name: string,
  importer: string,
  texts: ReadonlyMap<string, string>,
): ts.ResolvedModuleFull | undefined {
  const folder = importer.slice(0, importer.lastIndexOf('/'));
  const resolvedFileName = name.startsWith('./')
    ? `${folder}/${name.slice(2).replace(/\.js$/, '.ts')}`
    : '/runtime.ts';
  return texts.has(resolvedFileName) ? { resolvedFileName, extension: '.ts' } : undefined;
}

function declarationsOf(
  program: ts.Program,
  checker: ts.TypeChecker,
  folder: string,
): ClientDeclarations {
  const sourceFile = (name: string): ts.SourceFile => {
    const file = program.getSourceFile(`${folder}/${name}`);
    if (file === undefined) throw new TypeError(`no client is without ${name}; generate it again`);
    return file;
  };
  const symbols = ['index.ts', 'types.ts'].flatMap((name) => {
    const module = checker.getSymbolAtLocation(sourceFile(name));
    return module === undefined ? [] : checker.getExportsOfModule(module);
  });
  return {
    exports: new Map(symbols.map((symbol) => [symbol.name, withoutAlias(symbol, checker)])),
    types: sourceFile('types.ts'),
    schemas: sourceFile('schemas.ts'),
  };
}

function withoutAlias(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
