import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '@apipin/codegen';

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

/** Inside the package, so that the runtime resolves as it does for users. */
const SCRATCH = fileURLToPath(new URL('../../node_modules/.scratch/', import.meta.url));

/** The repository's compiler: that of this package is for what reads declarations, and slow. */
const TSC = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));

const OPTIONS = {
  // Several threads look at most declarations several times.
  singleThreaded: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  module: 'nodenext',
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
};

/** Programs that register a form for large integers see of which format an integer is. */
const HEAD = `import type * as Client from './index.js';
import type * as Types from './types.js';
declare module '@apipin/client-runtime' { interface Register { int64: 'bigint' } }
`;
const HEAD_LINES = HEAD.split('\n').length - 1;

/** Compiles a consumer against all clients, in one program. */
export async function compileConsumer({ lines, old, currents }: Consumer): Promise<Compiled[]> {
  const texts = new Map([
    ['package.json', '{ "type": "module" }'],
    ['tsconfig.json', JSON.stringify({ compilerOptions: OPTIONS })],
  ]);
  [old, ...currents].forEach((files, index) => {
    for (const { path, contents } of files) texts.set(`${index}/${path}`, contents);
    texts.set(`${index}/consumer.ts`, HEAD + lines.join('\n'));
  });
  const output = await compile(texts);
  // The compiler looks no further than what does not parse.
  const unparsed = output.find((text) => /error TS1\d{3}:/.test(text));
  if (unparsed !== undefined && !output.some((text) => /error TS[2-9]\d{3}:/.test(text))) {
    throw new Error(`a consumer does not parse: ${unparsed}`);
  }
  const before = errorsByLine(output, '0/consumer.ts');
  return currents.map((_, index) => {
    const after = errorsByLine(output, `${index + 1}/consumer.ts`);
    const broken = [...after].filter(([at]) => !before.has(at));
    return {
      lines: lines.length - before.size,
      broken: broken.map(([at, error]) => `${lines[at]}\n  ${error}`),
    };
  });
}

/** What the compiler says of a project of files by path. */
async function compile(texts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  await mkdir(SCRATCH, { recursive: true });
  const folder = await mkdtemp(join(SCRATCH, 'edits-'));
  try {
    for (const [path, text] of texts) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await runCompiler(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runCompiler(folder: string): Promise<readonly string[]> {
  const args = [TSC, '--project', folder, '--pretty', 'false'];
  const options = { cwd: folder, maxBuffer: Number.POSITIVE_INFINITY };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      // It also fails where it has errors to tell of.
      if (error !== null && stdout === '') reject(new Error(stderr, { cause: error }));
      else resolve(stdout.split('\n'));
    });
  });
}

function errorsByLine(output: readonly string[], path: string): ReadonlyMap<number, string> {
  const errors = output.flatMap((text): [number, string][] => {
    if (!text.startsWith(`${path}(`)) return [];
    const [, line, message = ''] = /\((\d+),\d+\): (.*)/.exec(text) ?? [];
    return [[Number(line) - 1 - HEAD_LINES, message]];
  });
  return new Map(errors);
}
