import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An HTTP server on the loopback interface that keeps what it receives. */
export interface RecordingUpstream extends AsyncDisposable {
  readonly origin: string;
  readonly received: ReceivedRequest[];
  /** Answers each request; 200 with an empty object until told otherwise. */
  answer: (response: ServerResponse, request: ReceivedRequest) => void;
}

export async function startRecordingUpstream(): Promise<RecordingUpstream> {
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = await incoming.toArray();
    const { method, url, headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
    upstream.received.push(request);
    upstream.answer(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const upstream: RecordingUpstream = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answer: (response) => sendJson(response, 200, {}),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return upstream;
}

/** Answers with a body, given as a value or as JSON text. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
