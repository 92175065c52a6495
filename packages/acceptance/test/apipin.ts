import { run } from '@apipin/cli';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runNode, type Finished } from './run-node.ts';

const require = createRequire(import.meta.url);

/** The `apipin` command, as users start it. */
export const APIPIN = join(dirname(require.resolve('@apipin/cli')), '../bin/apipin.js');

/** Runs `apipin` in `folder`. */
export function apipin(folder: string, args: readonly string[]): Promise<Finished> {
  return runNode([APIPIN, ...args], { cwd: folder });
}

/** Runs `apipin` in `folder` without a process of its own, which is faster the second time. */
export async function apipinHere(folder: string, args: readonly string[]): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  const code = await run(args, {
    stdin: nothing(),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: {},
    cwd: () => folder,
  });
  return { code, stdout, stderr };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
