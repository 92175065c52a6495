import { once } from 'node:events';
import { Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Sandbox } from './sandbox.ts';

/** A server that is up. */
export interface Listening {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** The sandbox holds no secrets worth stealing, but it is nobody else's business either. */
const LOOPBACK = '127.0.0.1';

/**
 * Serves a sandbox over HTTP on the loopback interface.
 *
 * @param port - TCP port; 0 takes a free one.
 * @throws Error with the system's `code`, such as `EADDRINUSE`, when it cannot listen on `port`.
 */
export async function listen(sandbox: Sandbox, port: number): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request) => sandbox.fetch(request),
    createServer,
    // The code under test is to see the platform's own Request and Response.
    overrideGlobalObjects: false,
  });
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${actualPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if (server instanceof Server) server.closeAllConnections();
      }),
  };
}
