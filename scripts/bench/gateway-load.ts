import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { spreadOf } from './measure.ts';

/** How a server took a number of requests. */
export interface Load {
  readonly perSecond: number;
  /** 99 of 100 requests took no longer than this, in ms. */
  readonly p99Ms: number;
}

/** What is asked for: a message. */
export const PATH =
  '/conversations/v3/custom-channels/1234567/messages/e97f20c84b6d41a3b08c5d1f3a62e7b4';

const REQUEST = [
  `GET ${PATH} HTTP/1.1`,
  'host: 127.0.0.1',
  'authorization: Bearer token',
  'accept: application/json',
  'user-agent: bench',
  '\r\n',
].join('\r\n');

/**
 * Sends requests for a message over several connections, one at a time on each.
 *
 * It speaks to sockets, since an HTTP client would cost more than the servers that are measured.
 */
export async function sendRequests(
  port: number,
  connections: number,
  requests: number,
): Promise<Load> {
  const times: number[] = [];
  const start = performance.now();
  let left = requests;
  const work = async (): Promise<void> => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    while (left > 0) {
      left -= 1;
      const sent = performance.now();
      await exchange(socket);
      times.push(performance.now() - sent);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, work));
  const perSecond = (requests / (performance.now() - start)) * 1000;
  times.sort((a, b) => a - b);
  return { perSecond, p99Ms: times[Math.floor(times.length * 0.99)] ?? spreadOf(times).max };
}

function exchange(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = '';
    const onData = (chunk: Buffer): void => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      socket.off('data', onData);
      if (received.startsWith('HTTP/1.1 200 ')) resolve();
      else reject(new Error(`the server answered\n${received}`));
    };
    socket.on('data', onData);
    socket.once('error', reject);
    socket.write(REQUEST, () => socket.off('error', reject));
  });
}

function isWhole(response: string): boolean {
  const end = response.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(response.slice(0, end))?.[1];
  return length === undefined
    ? response.endsWith('0\r\n\r\n')
    : response.length === end + 4 + Number(length);
}
