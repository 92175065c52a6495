import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXIT, UsageError, type Command } from '../command.ts';

/** What the command needs of `@apipin/sandbox`, which is installed beside the CLI by those who want it. */
interface SandboxModule {
  startSandbox(options: {
    readonly port: number;
  }): Promise<{ readonly url: string; close(): Promise<void> }>;
}

/** `apipin sandbox`: the API in memory, on loopback, until interrupted. */
export const sandboxCommand: Command = {
  name: 'sandbox',
  summary: 'Serve every version of the API from memory, on loopback.',
  usage: ['sandbox [--port <number>]'],
  options: {
    port: {
      type: 'string',
      value: '<number>',
      description: 'Where to listen; a free port by default.',
    },
  },

  async run({ values, positionals }, terminal) {
    if (positionals.length > 0) throw new UsageError(`what is "${positionals[0]}"?`);
    const port = parsePort(values['port']);
    const { startSandbox } = await loadSandbox(terminal.cwd());
    const sandbox = await startSandbox({ port }).catch((cause: unknown) => {
      throw new UsageError(`cannot listen on port ${port}: ${(cause as Error).message}`, { cause });
    });
    terminal.stdout.write(`The sandbox listens on ${sandbox.url}; Ctrl+C stops it.\n`);
    await interrupted();
    await sandbox.close();
    return EXIT.success;
  },
};

function parsePort(value: unknown): number {
  const port =
    value === undefined ? 0 : /^\d{1,5}$/.test(String(value)) ? Number(value) : Number.NaN;
  if (!(port <= 65_535))
    throw new UsageError(`--port takes a number from 0 to 65535, not "${String(value)}"`);
  return port;
}

/** Looked up from the caller's folder, since it is the caller's dependency. */
async function loadSandbox(folder: string): Promise<SandboxModule> {
  const require = createRequire(join(folder, 'package.json'));
  let path: string;
  try {
    path = require.resolve('@apipin/sandbox');
  } catch (cause) {
    throw new UsageError('needs the package @apipin/sandbox here; install it as a dev dependency', {
      cause,
    });
  }
  return (await import(pathToFileURL(path).href)) as SandboxModule;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
