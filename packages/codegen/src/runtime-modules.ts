import { readFileSync } from 'node:fs';
import type { GeneratedFile } from './generated-file.ts';

/**
 * The modules that output carries along, so that it depends on zod alone: `checks` are checks for zod schemas, `values`
 * are functions of plain values and import nothing. Each is put together from the files of `../runtime` that the output
 * uses. A third, `zod`, is the same for every output.
 */
export type RuntimeModule = 'checks' | 'values';

/** The functions that an output uses, by module; grows while emitting. */
export type RuntimeUse = Readonly<Record<RuntimeModule, Set<string>>>;

interface RuntimeSource {
  readonly module: RuntimeModule;
  /** The declarations, without imports. */
  readonly code: string;
  /** What it needs of either module. */
  readonly imports: readonly RuntimeImport[];
}

interface RuntimeImport {
  readonly module: RuntimeModule;
  readonly file: string;
  readonly names: readonly string[];
}

const IMPORT = /^import (?:type )?\{ (.*) \} from '(.*)\/(.*)\.js';\n|^import .*\n/gm;

/** The longest line that is not broken. */
const PRINT_WIDTH = 100;

/**
 * The modules with the functions that are used, and those that they need. They are formatted as their sources are: to do so
 * again would take most of the time in which a small spec is generated.
 */
export function emitRuntimeModules(use: RuntimeUse): GeneratedFile[] {
  const sources = collectSources(use);
  const zod = { path: 'zod.ts', contents: readRuntime('zod.ts'), isFormatted: true };
  const modules = (['checks', 'values'] as const).flatMap((module): GeneratedFile[] => {
    const parts = [...sources]
      .filter(([, source]) => source.module === module)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, source]) => source);
    if (parts.length === 0) return [];
    const code = parts.map((part) => part.code).join('\n');
    return [
      { path: `${module}.ts`, contents: emitImports(module, parts) + code, isFormatted: true },
    ];
  });
  return [...modules, zod];
}

function readRuntime(path: string): string {
  return readFileSync(new URL(`../runtime/${path}`, import.meta.url), 'utf8');
}

function collectSources(use: RuntimeUse): Map<string, RuntimeSource> {
  const sources = new Map<string, RuntimeSource>();
  const wanted = (['checks', 'values'] as const).flatMap((module) =>
    [...use[module]].map((name) => ({ module, file: fileOf(name) })),
  );
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    const key = `${next.module}/${next.file}`;
    if (sources.has(key)) continue;
    const source = readSource(next.module, next.file);
    sources.set(key, source);
    wanted.push(...source.imports);
  }
  return sources;
}

function readSource(module: RuntimeModule, file: string): RuntimeSource {
  const text = readRuntime(`${module}/${file}.ts`);
  const imports = [...text.matchAll(IMPORT)].flatMap(([, names, folder, imported]) => {
    if (names === undefined || imported === undefined) return [];
    const from: RuntimeModule = folder === '../values' ? 'values' : module;
    const bare = names.split(', ').map((name) => name.replace('type ', ''));
    return [{ module: from, file: imported, names: bare }];
  });
  return { module, code: text.replace(IMPORT, '').trimStart(), imports };
}

function emitImports(module: RuntimeModule, parts: readonly RuntimeSource[]): string {
  if (module === 'values') return '';
  const names = parts.flatMap(({ imports }) =>
    imports
      .filter((imported) => imported.module === 'values')
      .flatMap((imported) => imported.names),
  );
  const values = [...new Set(names)].sort();
  return `import * as z from 'zod';\n${values.length === 0 ? '' : emitImport(values)}\n`;
}

function emitImport(names: readonly string[]): string {
  const line = `import { ${names.join(', ')} } from './values.js';\n`;
  if (line.length - 1 <= PRINT_WIDTH) return line;
  return `import {\n${names.map((name) => `  ${name},\n`).join('')}} from './values.js';\n`;
}

/** `uniqueItems` is in `unique-items.ts`. */
function fileOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
