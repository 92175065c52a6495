import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createSandbox } from '@apipin/sandbox';
import type { ServerUrls } from './program.ts';

/** What the program calls, for one run of it. */
export interface Servers {
  readonly urls: ServerUrls;
  /** How the program names itself. */
  readonly userAgents: ReadonlySet<string | undefined>;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Starts a sandbox where the first update of a message fails, and servers that break connections. */
export async function startServers(): Promise<Servers> {
  const sandbox = createSandbox({
    accessTokens: ['access-token'],
    oauthApp: { clientId: 'app', clientSecret: 'client-secret', refreshToken: 'refresh-token' },
  });
  sandbox.failNext({ operation: 'updateMessage', status: 503 });
  const userAgents = new Set<string | undefined>();

  const api = await listen(async (request, response) => {
    userAgents.add(request.headers['user-agent']);
    await forward(sandbox.fetch, request, response);
  });
  const silent = await listen(() => {});
  const torn = await listen((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"id": "1"', () => request.socket.destroy());
  });
  const echo = await listen(async (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(await buffer(request));
  });
  const redirecting = await listen((_, response) => {
    response.writeHead(302, { location: '/' }).end();
  });
  const closing = await listen(async (request, response) => {
    await buffer(request);
    if (request.method !== 'POST') return void response.end('{}');
    closing.server.close();
    request.socket.destroy();
  });
  const servers = { api, silent, torn, echo, redirecting, closing };
  return {
    urls: {
      api: api.url,
      silent: silent.url,
      torn: torn.url,
      echo: echo.url,
      redirecting: redirecting.url,
      closing: closing.url,
    },
    userAgents,
    async close() {
      for (const { server } of Object.values(servers)) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/** Listens on loopback and allows every page to call, though only with the headers that an API has reason to allow. */
async function listen(answer: Answer): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', '*');
    if (request.method !== 'OPTIONS') return answer(request, response);
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    response.setHeader('access-control-allow-methods', 'DELETE, PATCH, PUT');
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function forward(
  fetch: (request: Request) => Promise<Response>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await buffer(request);
  const answer = await fetch(
    new Request(new URL(url, 'http://sandbox'), {
      method,
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ...(body.length > 0 && { body }),
    }),
  );
  answer.headers.forEach((value, name) => response.setHeader(name, value));
  response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
}
