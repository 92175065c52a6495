import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runNode } from './run-node.ts';

const require = createRequire(import.meta.url);

/** A release line of TypeScript. */
export interface Compiler {
  readonly version: string;
  /** The package it is installed as. */
  readonly manifest: string;
  /** What it takes on the command line. */
  readonly options: readonly string[];
}

/** Every TypeScript that generated code has to compile with, oldest first. */
export const compilers = [
  { version: '5.9', manifest: require.resolve('typescript-5.9/package.json'), options: [] },
  { version: '6.0', manifest: require.resolve('typescript-6/package.json'), options: [] },
  // Several threads look at most declarations several times, in programs as small as ours.
  {
    version: '7.0',
    manifest: require.resolve('typescript/package.json'),
    options: ['--singleThreaded'],
  },
] as const satisfies readonly Compiler[];

/** The newest, which is also the fastest by far. */
export const [, , newestCompiler] = compilers;

/** The strictest that we know users to be. */
export const STRICT_OPTIONS = {
  noEmit: true,
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  // Declarations of others are theirs to check, and take most of the time.
  skipLibCheck: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
};

/** What a compiler says of a project; nothing if all is well. */
export async function compile({ manifest, options }: Compiler, project: string): Promise<string> {
  const tsc = join(dirname(manifest), 'bin/tsc');
  const { code, stdout, stderr } = await runNode([
    tsc,
    '--project',
    project,
    '--pretty',
    'false',
    ...options,
  ]);
  const output = stdout + stderr;
  return code === 0 || output !== '' ? output : `exit ${code}`;
}
