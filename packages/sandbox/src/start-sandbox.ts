import { once } from 'node:events';
import { Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createSandbox } from './sandbox.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';

/** Options of {@link startSandbox}. */
export interface StartSandboxOptions extends SandboxOptions {
  /** TCP port; 0 takes a free one. @defaultValue 0 */
  readonly port?: number;
}

/** A sandbox that listens. */
export interface RunningSandbox extends Sandbox {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** The sandbox holds no secrets worth stealing, but it is nobody else's business either. */
const LOOPBACK = '127.0.0.1';

/**
 * Serves a new sandbox over HTTP on the loopback interface.
 *
 * @throws Error with the system's `code`, such as `EADDRINUSE`, when it cannot listen on `port`.
 */
export async function startSandbox({
  port = 0,
  ...options
}: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox(options);
  const server = createAdaptorServer({ fetch: sandbox.fetch, createServer });
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    ...sandbox,
    url: `http://${LOOPBACK}:${actualPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if (server instanceof Server) server.closeAllConnections();
      }),
  };
}
