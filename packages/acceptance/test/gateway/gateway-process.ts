import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { APIPIN } from '../apipin.ts';

/** `apipin gateway`, running. */
export interface GatewayProcess {
  readonly url: string;
  /** All lines it has printed. */
  readonly lines: readonly string[];
  /** Interrupts it, and gives its exit code once it has ended by itself. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `apipin gateway` with v3 served over 2026-03, and waits until it listens. */
export async function startGateway(
  upstreamUrl: string,
  args: readonly string[] = [],
): Promise<GatewayProcess> {
  const versions = ['--serve', 'v3', '--upstream', '2026-03', '--upstream-url', upstreamUrl];
  const child = spawn(process.execPath, [APIPIN, 'gateway', ...versions, ...args], {
    // Found from here, as by whoever has the compat package among their dependencies.
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'close');
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await Promise.race([once(reader, 'line'), exited]);
  const url = /http:\/\/[\d.:]+/.exec(lines[0] ?? '')?.[0];
  if (url === undefined) throw new Error(`apipin gateway did not start: ${lines.join('\n')}`);
  return {
    url,
    lines,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
}
