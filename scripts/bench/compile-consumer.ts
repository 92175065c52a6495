import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPILER_OPTIONS } from './client-packages.ts';

/** A compiler to check consumers with. */
export interface Compiler {
  readonly name: string;
  /** The command, with the script first where it needs one. */
  readonly command: readonly [string, ...string[]];
}

/** What `tsc --extendedDiagnostics` says of a program. */
export interface Diagnostics {
  readonly types: number;
  readonly instantiations: number;
  readonly memoryBytes: number;
  readonly checkMs: number;
  readonly totalMs: number;
}

/** Checks one file of `scratch` in a process of its own. Declaration files are checked too where `skipLibCheck` is false. */
export async function compileConsumer(
  compiler: Compiler,
  scratch: string,
  file: string,
  skipLibCheck: boolean,
): Promise<Diagnostics> {
  const project = join(scratch, 'tsconfig.json');
  const compilerOptions = { ...COMPILER_OPTIONS, skipLibCheck, noEmit: true };
  await writeFile(project, JSON.stringify({ compilerOptions, files: [file] }));
  const [command, ...script] = compiler.command;
  const flags = ['--extendedDiagnostics', '--pretty', 'false', '--project', project];
  const output = await new Promise<string>((resolve) => {
    execFile(command, [...script, ...flags], { cwd: scratch }, (_error, stdout) => resolve(stdout));
  });
  // Errors elsewhere are the client's own, which come to light where its declarations are checked.
  if (/^consumers\/.*error TS/m.test(output)) throw new Error(output);
  return {
    types: read(output, 'Types', ''),
    instantiations: read(output, 'Instantiations', ''),
    memoryBytes: read(output, 'Memory used', 'K') * 1024,
    checkMs: read(output, 'Check time', 's') * 1000,
    totalMs: read(output, 'Total time', 's') * 1000,
  };
}

function read(output: string, title: string, unit: string): number {
  const match = new RegExp(`^${title}: +([0-9.]+)${unit}$`, 'm').exec(output);
  if (match === null) throw new Error(`no "${title}" in what the compiler printed:\n${output}`);
  return Number(match[1]);
}
