import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { runCommand, type CommandOptions } from './run-command.ts';

const PACKAGE_FOLDER = join(import.meta.dirname, 'server');
const SERVER = join(PACKAGE_FOLDER, 'node_modules/turborepo-remote-cache/dist/cli.js');
const TEAM = 'apipin';

/** A remote cache for turbo, on loopback, that nobody but us can use. */
export interface CacheServer {
  /** What turbo needs to know to use it and to trust it. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it keeps artifacts, each in a file named by the hash of its task, with its signature in `<hash>.tag`. */
  readonly artifacts: string;
  close(): Promise<void>;
}

/** Starts a server that keeps its artifacts in `folder`; the first time, it is installed beside this file. */
export async function startCacheServer(
  folder: string,
  { env, signal }: Omit<CommandOptions, 'cwd'>,
): Promise<CacheServer> {
  await install({ env, signal });
  const token = randomBytes(32).toString('hex');
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      // Any port that is free.
      PORT: '0',
      STORAGE_PROVIDER: 'local',
      STORAGE_PATH: folder,
      STORAGE_PATH_USE_TMP_FOLDER: 'false',
      TURBO_TOKEN: token,
      // The server keeps signatures only where this is set, and does not look at its value. The key stays with those who
      // sign, so that a server that is broken into cannot make artifacts that they trust.
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: 'not known to the server',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const close = async (): Promise<void> => {
    child.kill();
    await closed;
  };
  try {
    return {
      env: {
        TURBO_API: await addressOf(createInterface({ input: child.stdout }), signal),
        TURBO_TEAM: TEAM,
        TURBO_TOKEN: token,
        TURBO_REMOTE_CACHE_SIGNATURE_KEY: randomBytes(32).toString('hex'),
      },
      artifacts: join(folder, TEAM),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** With npm, since the folder is no part of the pnpm workspace, for which the server would be most of an installation. */
async function install(options: Omit<CommandOptions, 'cwd'>): Promise<void> {
  if (existsSync(SERVER)) return;
  process.stderr.write('installing the server of the cache\n');
  const flags = ['--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  await runCommand('npm', ['install', ...flags], { cwd: PACKAGE_FOLDER, ...options });
}

/** Where the server says that it listens; its log is read to the end, so that it never waits for a reader. */
function addressOf(log: Interface, signal: AbortSignal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  log.on('line', (line: string) => {
    said += `${line}\n`;
    const [, address] = /Server listening at (http:[^"]+)/.exec(line) ?? [];
    if (address !== undefined) resolve(address);
  });
  log.on('close', () => reject(new Error(`the server of the cache did not start\n${said}`)));
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return promise;
}
