import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Sandbox } from '@apipin/sandbox';
import { readAnswer, sendAnswer } from './answer.ts';
import type { Journal } from './journal.ts';
import { faultOf } from './table/faults.ts';

/** The API on a loopback port, where each request meets the fault that the journal has for it. */
export interface FaultServer {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a {@link FaultServer} in front of a sandbox. */
export async function startFaultServer(sandbox: Sandbox, journal: Journal): Promise<FaultServer> {
  const server = createServer((request, response) => {
    // What breaks off here was broken off by the client.
    serve(request, response, sandbox, journal).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  sandbox: Sandbox,
  journal: Journal,
): Promise<void> {
  const body = await buffer(request);
  const headers = new Headers(request.headers as Record<string, string>);
  const attempt = journal.attemptOf(headers);
  if (attempt) attempt.isSeen = true;
  const apply = async () => {
    const { method = 'GET', url } = request;
    const init = { method, headers, ...(body.length > 0 && { body }) };
    const answer = await readAnswer(
      await sandbox.fetch(new Request(`http://${request.headers.host}${url}`, init)),
    );
    if (attempt) attempt.answer = answer;
    return answer;
  };
  const fault = attempt?.fault === undefined ? undefined : faultOf(attempt.fault);
  if (fault && 'strike' in fault) {
    await fault.strike({ apply, response, socket: request.socket });
  } else {
    await sendAnswer(response, await apply());
  }
}
