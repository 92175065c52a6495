import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A registry on loopback, and what npm and pnpm need to use it. */
export interface Registry extends AsyncDisposable {
  readonly url: URL;
  /** Has npm and pnpm install from the registry and publish to it, with caches of their own. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a registry is started with. */
export interface RegistryOptions {
  /** An empty folder for all that the registry and its clients keep. */
  readonly folder: string;
  /** Where the tools of the rehearsal are installed. */
  readonly tools: string;
  /** The packages that it takes, and never looks for elsewhere. */
  readonly names: readonly string[];
  /** The registry that all other packages come from. */
  readonly thirdParties: URL;
}

/** Starts an empty registry, and registers a user who may publish. */
export async function startRegistry(options: RegistryOptions): Promise<Registry> {
  const { folder, tools } = options;
  await mkdir(folder, { recursive: true });
  const configuration = join(folder, 'verdaccio.yaml');
  // JSON is YAML.
  await writeFile(configuration, JSON.stringify(configure(options)));
  const child = fork(
    join(import.meta.dirname, 'registry-process.ts'),
    [configuration, join(tools, 'package.json')],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const ended = once(child, 'exit').then(() => {
    throw new Error('the registry did not start; its messages are above');
  });
  const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
  ended.catch(() => undefined);
  const url = new URL(`http://127.0.0.1:${port}/`);
  const settings = join(folder, 'npmrc');
  await writeFile(settings, `registry=${url}\n//${url.host}/:_authToken=${await register(url)}\n`);
  return {
    url,
    env: {
      npm_config_userconfig: settings,
      npm_config_registry: url.href,
      npm_config_cache: join(folder, 'npm-cache'),
      pnpm_config_store_dir: join(folder, 'pnpm-store'),
      pnpm_config_cache_dir: join(folder, 'pnpm-cache'),
    },
    async [Symbol.asyncDispose]() {
      child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}

/** @see https://verdaccio.org/docs/configuration */
function configure({ folder, names, thirdParties }: RegistryOptions): unknown {
  const own = { access: '$all', publish: '$authenticated' };
  return {
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: { thirdParties: { url: thirdParties.href, timeout: '60s', max_fails: 20 } },
    packages: {
      ...Object.fromEntries(names.map((name) => [name, own])),
      '**': { access: '$all', proxy: 'thirdParties' },
    },
    web: { enable: false },
    log: { type: 'file', path: join(folder, 'verdaccio.log'), level: 'http', format: 'json' },
  };
}

/** Registers a user, and gives the token to publish with. */
async function register(registry: URL): Promise<string> {
  const name = 'rehearsal';
  const response = await fetch(new URL(`-/user/org.couchdb.user:${name}`, registry), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: randomBytes(24).toString('hex') }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined)
    throw new Error(`the registry registers nobody: it answered ${response.status}`);
  return token;
}
