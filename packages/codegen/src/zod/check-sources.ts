import { readFileSync } from 'node:fs';

/** A check of `../../checks`, as it goes into the output. */
interface CheckSource {
  /** The declarations, without imports. */
  readonly code: string;
  readonly imports: readonly string[];
}

const IMPORT = /^import .* from '(.*)';\n/gm;

/**
 * The module with the checks in `names` and those they need. Output carries its checks itself, so that it depends on
 * zod alone.
 */
export function emitChecks(names: Iterable<string>): string {
  const sources = new Map<string, CheckSource>();
  const files = [...names].map(fileOf);
  for (let file = files.pop(); file !== undefined; file = files.pop()) {
    if (sources.has(file)) continue;
    const source = readCheck(file);
    sources.set(file, source);
    files.push(...source.imports);
  }
  const code = [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source.code);
  return `import * as z from 'zod';\n\n${code.join('\n')}`;
}

function readCheck(file: string): CheckSource {
  const text = readFileSync(new URL(`../../checks/${file}.ts`, import.meta.url), 'utf8');
  const imports = [...text.matchAll(IMPORT)].flatMap(([, path = '']) =>
    path.startsWith('./') ? [path.slice(2, -3)] : [],
  );
  return { code: text.replace(IMPORT, '').trimStart(), imports };
}

/** `uniqueItems` is in `unique-items.ts`. */
function fileOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
