import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

/** Where a server listens. */
export interface ServerAddress {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  /** Takes no more connections, and resolves once the requests under way are answered. */
  close(): Promise<void>;
}

/** Where a server tells that it is there; no API has such a path. */
export const HEALTH_PATH = '/__apipin/health';

/**
 * Serves `answer` over HTTP.
 *
 * @throws Error with the system's `code`, such as `EADDRINUSE`, when it cannot listen there.
 */
export async function startServer(
  answer: (request: Request) => Promise<Response>,
  { host, port }: ServerAddress,
): Promise<RunningServer> {
  const app = new Hono();
  app.get(HEALTH_PATH, (context) => context.json({ status: 'ok' }));
  app.all('*', (context) => answer(context.req.raw));
  const server = createAdaptorServer({ fetch: app.fetch, createServer }) as Server;
  server.listen(port, host);
  await once(server, 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    close: () => drain(server),
  };
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // Clients keep connections open for requests to come: each is closed as soon as it has none under way.
  const timer = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(timer);
}
