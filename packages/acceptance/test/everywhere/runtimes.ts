import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { startBrowser } from '../../../openapi-diff/test/report/browser.ts';
import { esbuild, rolldown } from '../bundlers.ts';
import { createScratchFolder } from '../scratch-folder.ts';
import { executableOf } from './executable.ts';
import type { Outcome, ServerUrls } from './program.ts';

/** Where the program can run. */
export interface Runtime {
  readonly name: string;
  run(urls: ServerUrls): Promise<Outcome>;
}

const require = createRequire(import.meta.url);

export const runtimes: readonly Runtime[] = [
  // With the Node of the tests, which is any that is supported.
  { name: 'Node', run: (urls) => runInProcess(process.execPath, [], urls) },
  {
    name: 'Deno',
    run: (urls) =>
      // It may use the network, but neither read files nor the environment.
      runInProcess(
        executableOf(require.resolve('deno/package.json'), 'deno'),
        ['run', '--no-prompt', '--allow-net=127.0.0.1'],
        urls,
      ),
  },
  {
    name: 'Bun',
    run: (urls) =>
      runInProcess(executableOf(require.resolve('bun/package.json'), 'bin/bun'), [], urls),
  },
  { name: 'workerd', run: runInWorkerd },
  { name: 'Chromium', run: runInChromium },
];

async function runInProcess(
  executable: string,
  args: readonly string[],
  urls: ServerUrls,
): Promise<Outcome> {
  const program = join(import.meta.dirname, 'run-in-process.ts');
  const { stdout } = await promisify(execFile)(executable, [
    ...args,
    program,
    JSON.stringify(urls),
  ]);
  return JSON.parse(stdout) as Outcome;
}

/** Without Node's modules and globals, which a Worker has to ask for. */
const WORKERD_CONFIGURATION = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "2026-03-01",
    )),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

/** In the runtime of Cloudflare Workers. */
async function runInWorkerd(urls: ServerUrls): Promise<Outcome> {
  const folder = await createScratchFolder({
    'config.capnp': WORKERD_CONFIGURATION,
    'worker.js': await esbuild.bundle(join(import.meta.dirname, 'run-in-worker.ts')),
  });
  const executable = executableOf(require.resolve('workerd/package.json'), 'bin/workerd');
  const workerd = spawn(executable, ['serve', '--control-fd=3', 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const ended = once(workerd, 'exit');
  try {
    const lines = createInterface(workerd.stdio[3] as Readable);
    const [line] = (await Promise.race([
      once(lines, 'line'),
      ended.then(() => Promise.reject(new Error('workerd did not start; it says why above'))),
    ])) as [string];
    const { port } = JSON.parse(line) as { readonly port: number };
    const query = new URLSearchParams({ urls: JSON.stringify(urls) });
    const response = await fetch(`http://127.0.0.1:${port}/?${query}`);
    return (await response.json()) as Outcome;
  } finally {
    workerd.kill('SIGKILL');
    await ended;
  }
}

/** On a page that is not from the servers, so that the browser asks them what they allow. */
async function runInChromium(urls: ServerUrls): Promise<Outcome> {
  const content = await rolldown.bundle(join(import.meta.dirname, 'run-in-page.ts'));
  const { browser, save, close } = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto((await save('<!doctype html>')).href);
    await page.addScriptTag({ type: 'module', content });
    return (await page.evaluate(`run(${JSON.stringify(urls)})`)) as Outcome;
  } finally {
    await close();
  }
}
