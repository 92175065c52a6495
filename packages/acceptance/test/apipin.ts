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
