import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Starts the sandbox that a consumer has installed. */
export async function startInstalledSandbox(
  consumer: string,
): Promise<import('@apipin/sandbox').RunningSandbox> {
  const path = join(consumer, 'node_modules/@apipin/sandbox/dist/index.js');
  const { startSandbox } = (await import(
    pathToFileURL(path).href
  )) as typeof import('@apipin/sandbox');
  return startSandbox();
}
