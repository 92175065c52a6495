import { setTimeout as delay } from 'node:timers/promises';
import { headOf, sendAnswer } from '../answer.ts';
import { failsWith, hangUp, type Fault } from '../fault.ts';

/** How often a slow server gives a sign of life, in ms. */
const DRIP = 10;

/** What takes its time. What fails here takes for ever, so that no machine is too slow to tell it from what passes. */
export const timeFaults = {
  'headers that come late': {
    verdict: 'passes',
    strike: async ({ apply, response }) => {
      const answer = await apply();
      await delay(30);
      await sendAnswer(response, answer);
    },
  },
  'headers that never come': {
    verdict: failsWith('timeout'),
    strike: hangUp,
  },
  'headers that never come after the effect': {
    verdict: failsWith('timeout'),
    strike: async (exchange) => {
      await exchange.apply();
      await hangUp(exchange);
    },
  },
  'headers that come line by line for ever': {
    verdict: failsWith('timeout'),
    strike: async ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      for (let line = 0; !socket.destroyed; line += 1) {
        socket.write(`x-line: ${line}\r\n`);
        await delay(DRIP);
      }
    },
  },
  'a body that drips': {
    verdict: 'passes',
    strike: async ({ apply, response }) => {
      const { status, headers, body } = await apply();
      response.writeHead(status, headers);
      for (let start = 0; start < body.length && !response.destroyed; start += 100) {
        response.write(body.subarray(start, start + 100));
        await delay(2);
      }
      response.end();
    },
  },
  'a body that drips for ever': {
    verdict: failsWith('timeout'),
    strike: async ({ apply, socket }) => {
      const answer = await apply();
      socket.write(headOf(answer, { 'transfer-encoding': 'chunked' }));
      while (!socket.destroyed) {
        socket.write('1\r\n \r\n');
        await delay(DRIP);
      }
    },
  },
  'a body that stops half way': {
    verdict: failsWith('timeout'),
    strike: async (exchange) => {
      const answer = await exchange.apply();
      const length = { 'content-length': String(answer.body.length + 100) };
      exchange.socket.write(headOf(answer, length));
      exchange.socket.write(answer.body);
      await hangUp(exchange);
    },
  },
  'a failure whose body stops half way': {
    verdict: failsWith('timeout'),
    strike: async (exchange) => {
      const head = { status: 503, headers: { 'content-type': 'application/json' } };
      exchange.socket.write(headOf(head, { 'content-length': '100' }));
      exchange.socket.write('{"category":');
      await hangUp(exchange);
    },
  },
} satisfies Record<string, Fault>;
