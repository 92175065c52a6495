import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { headOf, sendAnswer } from '../answer.ts';
import { failsWith, type Exchange, type Fault } from '../fault.ts';

/** What happens to connections. */
export const connectionFaults = {
  // Names below .invalid never resolve (RFC 6761, section 6.4).
  'a host that does not resolve': {
    verdict: failsWith('connection', { again: 'every' }),
    origin: 'http://api.faults.invalid',
  },
  // Nothing listens on a port that only the system's own services could take.
  'a refused connection': {
    verdict: failsWith('connection', { again: 'every' }),
    origin: 'http://127.0.0.1:2',
  },
  'a reset before the headers': {
    verdict: failsWith('connection'),
    strike: async ({ socket }) => {
      socket.resetAndDestroy();
    },
  },
  'a reset after the effect, before the answer': {
    verdict: failsWith('connection'),
    strike: async ({ apply, socket }) => {
      await apply();
      socket.resetAndDestroy();
    },
  },
  'a reset within the headers': {
    verdict: failsWith('connection'),
    strike: (exchange) => cutHead(exchange, 0.5),
  },
  'a reset after the headers': {
    verdict: failsWith('connection'),
    strike: (exchange) => cutBody(exchange, 0, 'reset'),
  },
  'a reset within the body': {
    verdict: failsWith('connection'),
    strike: (exchange) => cutBody(exchange, 0.5, 'reset'),
  },
  'a reset after the body': {
    verdict: 'passes',
    strike: (exchange) => cutBody(exchange, 1, 'reset'),
  },
  'a reset before the last chunk': {
    verdict: failsWith('connection'),
    strike: async ({ apply, socket }) => {
      const answer = await apply();
      const size = answer.body.length.toString(16);
      socket.write(headOf(answer, { 'transfer-encoding': 'chunked' }));
      await write(socket, `${size}\r\n${answer.body.toString()}\r\n`);
      socket.resetAndDestroy();
    },
  },
  'a connection that ends before the headers': {
    verdict: failsWith('connection'),
    strike: async ({ socket }) => {
      socket.end();
    },
  },
  'a connection that ends within the body': {
    verdict: failsWith('connection'),
    strike: (exchange) => cutBody(exchange, 0.5, 'end'),
  },
  'a body that ends with the connection': {
    verdict: 'passes',
    strike: async ({ apply, socket }) => {
      const answer = await apply();
      socket.write(headOf(answer, { connection: 'close' }));
      socket.end(answer.body);
    },
  },
  'half of the connection closed after the answer': {
    verdict: 'passes',
    strike: async ({ apply, response, socket }) => {
      await sendAnswer(response, await apply());
      socket.end();
    },
  },
  'a connection closed while it is idle': {
    verdict: 'passes',
    strike: async ({ apply, response, socket }) => {
      await sendAnswer(response, await apply());
      await turn();
      socket.destroy();
    },
  },
  'a connection reset as the next request comes': {
    verdict: 'passes',
    strike: async ({ apply, response, socket }) => {
      await sendAnswer(response, await apply());
      socket.prependListener('data', () => socket.resetAndDestroy());
    },
  },
  'no HTTP at all': {
    verdict: failsWith('connection'),
    strike: async ({ socket }) => {
      socket.end('SSH-2.0-OpenSSH_9.9\r\n');
    },
  },
  'a stray 100': {
    verdict: failsWith('connection'),
    strike: async ({ apply, socket }) => {
      const answer = await apply();
      socket.write('HTTP/1.1 100 Continue\r\n\r\n');
      socket.write(headOf(answer, { connection: 'close' }));
      socket.end(answer.body);
    },
  },
  'a stray 101': {
    verdict: failsWith('connection'),
    strike: async ({ socket }) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n',
      );
    },
  },
  'stray 102 and 103': {
    verdict: 'passes',
    strike: async ({ apply, response }) => {
      const answer = await apply();
      response.writeProcessing();
      response.writeEarlyHints({ link: '</early.css>; rel=preload' });
      await delay(1);
      await sendAnswer(response, answer);
    },
  },
  'headers of 12 kB': {
    verdict: 'passes',
    strike: async ({ apply, response }) => {
      const answer = await apply();
      const headers = { ...answer.headers, 'x-filler': 'x'.repeat(12_000) };
      await sendAnswer(response, { ...answer, headers });
    },
  },
  // Node takes 16 kB.
  'headers of 40 kB': {
    verdict: failsWith('connection'),
    strike: async ({ apply, response }) => {
      const answer = await apply();
      const headers = { ...answer.headers, 'x-filler': 'x'.repeat(40_000) };
      await sendAnswer(response, { ...answer, headers });
    },
  },
} satisfies Record<string, Fault>;

async function cutHead({ apply, socket }: Exchange, part: number): Promise<void> {
  const answer = await apply();
  const head = headOf(answer, { 'content-length': String(answer.body.length) });
  await write(socket, head.slice(0, head.length * part));
  socket.resetAndDestroy();
}

async function cutBody(
  { apply, socket }: Exchange,
  part: number,
  how: 'reset' | 'end',
): Promise<void> {
  const answer = await apply();
  socket.write(headOf(answer, { 'content-length': String(answer.body.length) }));
  await write(socket, answer.body.subarray(0, Math.floor(answer.body.length * part)));
  if (how === 'reset') socket.resetAndDestroy();
  else socket.end();
}

/** Writes, and lets the other side read it before a reset would take it away. */
async function write(socket: Exchange['socket'], bytes: string | Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    socket.write(bytes, () => resolve());
  });
  await delay(2);
}
