/**
 * Runs a bundle of what a consumer has installed in workerd, the runtime of Cloudflare Workers, against the sandbox on
 * loopback. Started with the folder of the consumer, the program of workerd, and an empty folder.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { bundle } from './bundle.ts';
import { startInstalledSandbox } from './installed-sandbox.ts';

/** Without Node's modules and globals, which a Worker has to ask for. */
const CONFIGURATION = `using Workerd = import "/workerd/workerd.capnp";

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

const [consumer = '.', workerd = 'workerd', folder = '.'] = process.argv.slice(2);
await writeFile(join(folder, 'worker.js'), await bundle(consumer, 'worker.ts'));
await writeFile(join(folder, 'config.capnp'), CONFIGURATION);
const sandbox = await startInstalledSandbox(consumer);
const runtime = spawn(workerd, ['serve', '--control-fd=3', 'config.capnp'], {
  cwd: folder,
  stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
});
const ended = once(runtime, 'exit');
try {
  const [message] = (await Promise.race([
    once(createInterface(runtime.stdio[3] as Readable), 'line'),
    ended.then(() => assert.fail('workerd did not start; its messages are above')),
  ])) as [string];
  const { port } = JSON.parse(message) as { readonly port: number };
  const response = await fetch(`http://127.0.0.1:${port}/?sandbox=${sandbox.url}`);
  assert.equal(await response.text(), 'Rehearsal');
} finally {
  runtime.kill('SIGKILL');
  await sandbox.close();
}
