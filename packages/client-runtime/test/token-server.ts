import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** One token request, as a server sees it. */
export interface TokenRequest {
  readonly request: IncomingMessage;
  readonly form: URLSearchParams;
  readonly response: ServerResponse;
  /** Answers with JSON. */
  answer(status: number, body: unknown, headers?: Record<string, string>): void;
}

/** Listens on the loopback interface for the current test, and gives the URL. */
export async function startTokenServer(
  listener: (request: TokenRequest) => void | Promise<void>,
): Promise<string> {
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const answer = (status: number, body: unknown, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    await listener({ request, form, response, answer });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/2026-03/token`;
}
