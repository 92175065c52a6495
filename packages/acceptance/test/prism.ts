import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const PRISM = join(dirname(require.resolve('@stoplight/prism-cli/package.json')), 'dist/index.js');

/** A running Prism, which answers as a spec says and refuses what the spec does not allow. */
export interface Prism {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts Prism on a free port of the loopback interface.
 *
 * @see https://docs.stoplight.io/docs/prism
 */
export async function startPrism(spec: string): Promise<Prism> {
  const child = spawn(process.execPath, [PRISM, 'mock', '--errors', '--port', '0', spec], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const listening = /listening on (\S+)/.exec(output)?.[1];
      if (listening !== undefined) resolve(listening);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Prism did not start:\n${output}`)));
  });
  return {
    url,
    async stop() {
      child.kill();
      await exited;
    },
  };
}
