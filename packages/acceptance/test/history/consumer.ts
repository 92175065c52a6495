import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../json.ts';
import { compile, newestCompiler, STRICT_OPTIONS } from '../compilers.ts';
import { repositoryPath } from '../repository.ts';
import { emitConsumer } from './consumer-code.ts';

/** The generated source of a client by path, such as `client.ts`. */
export type ClientSource = ReadonlyMap<string, string>;

/** What becomes of code that was written for an older client. */
export interface ConsumerVerdict {
  /** How many lines use the client, and compile with the older one. */
  readonly uses: number;
  /** Those of them that do not compile with the newer one. */
  readonly broken: readonly string[];
}

/** Compiles code that uses everything of the older client against the newer one. */
export async function compileConsumer(
  document: JsonObject,
  older: ClientSource,
  newer: ClientSource,
  scratch: string,
): Promise<ConsumerVerdict> {
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, 'consumer-'));
  try {
    const lines = emitConsumer(document, older.get('client.ts') ?? '');
    const [old, current] = [join(folder, 'old'), join(folder, 'new')];
    await writeProject(old, lines, older);
    // Where this judge reads a document otherwise than the generator, it is not for the newer client to please it.
    const misread = await brokenLines(old);
    const kept = lines.map((line, index) => (misread.has(index) ? '' : line));
    await writeProject(current, kept, newer);
    const broken = [...(await brokenLines(current))].map((index) => kept[index] ?? '');
    return { uses: kept.filter((line) => line !== '').length - 2, broken };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeProject(
  folder: string,
  lines: readonly string[],
  client: ClientSource,
): Promise<void> {
  const files = new Map([...client].map(([path, text]) => [`client/${path}`, text]));
  files.set('consumer.ts', lines.join('\n'));
  files.set(
    'package.json',
    JSON.stringify({ type: 'module', imports: { '#client': './client/index.ts' } }),
  );
  const paths = {
    '@apipin/client-runtime': [repositoryPath('packages/client-runtime/dist/index.d.ts')],
  };
  const compilerOptions = {
    ...STRICT_OPTIONS,
    noUnusedLocals: false,
    noPropertyAccessFromIndexSignature: false,
    module: 'nodenext',
    allowImportingTsExtensions: true,
    paths,
  };
  files.set('tsconfig.json', JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The lines of the consumer that do not compile, from 0. */
async function brokenLines(folder: string): Promise<Set<number>> {
  const output = await compile(newestCompiler, join(folder, 'tsconfig.json'));
  const lines = [...output.matchAll(/consumer\.ts\((\d+),\d+\): error/g)];
  if (lines.length === 0 && output.includes('error')) throw new Error(output.slice(0, 2000));
  return new Set(lines.map(([, line]) => Number(line) - 1));
}
