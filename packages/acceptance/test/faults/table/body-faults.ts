import { gzipSync } from 'node:zlib';
import { headOf, sendAnswer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { failsWith, type Fault, type Verdict } from '../fault.ts';

const GARBLED = failsWith('response-parse', { again: 'none' });

/** What is wrong with the bodies of successes, and with what the headers say of them. */
export const bodyFaults = {
  'JSON cut short, with its length': garble(GARBLED, ({ body }) => ({ body: half(body) })),
  'JSON cut short, with the length of all': {
    verdict: failsWith('connection'),
    strike: async ({ apply, socket }) => {
      const answer = await apply();
      socket.write(headOf(answer, { 'content-length': String(answer.body.length + 1) }));
      socket.end(half(answer.body));
    },
  },
  'JSON longer than its length': {
    verdict: GARBLED,
    strike: async ({ apply, socket }) => {
      const answer = await apply();
      socket.write(headOf(answer, { 'content-length': String(half(answer.body).length) }));
      socket.end(Buffer.concat([answer.body, Buffer.from(' ')]));
    },
  },
  'corrupt JSON': garble(GARBLED, ({ body }) => ({
    body: Buffer.from(body.toString().replaceAll(':', ';')),
  })),
  'a page for an answer': garble(GARBLED, () => ({
    headers: { 'content-type': 'text/html' },
    body: Buffer.from('<html>Sign in to the network</html>'),
  })),
  'a page that says it is JSON': garble(GARBLED, () => ({
    body: Buffer.from('<html>Sign in to the network</html>'),
  })),
  'JSON that says it is a page': garble('passes', ({ headers }) => ({
    headers: { ...headers, 'content-type': 'text/html' },
  })),
  'JSON that says nothing': garble('passes', () => ({ headers: { 'content-type': '' } })),
  'JSON with a byte order mark': garble('passes', ({ body }) => ({
    body: Buffer.concat([Buffer.from('\ufeff'), body]),
  })),
  'UTF-8 that says it is UTF-16': garble('passes', () => ({
    headers: { 'content-type': 'application/json; charset=utf-16' },
  })),
  'UTF-16 that says it is UTF-8': garble(GARBLED, ({ body }) => ({
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(body.toString(), 'utf16le'),
  })),
  'a charset that does not exist': garble('passes', () => ({
    headers: { 'content-type': 'application/json; charset=ebcdic-klingon' },
  })),
  'gzip that is gzip': garble('passes', ({ body }) => ({
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(body),
  })),
  'gzip that is none': garble(failsWith('connection'), () => ({
    headers: { 'content-encoding': 'gzip' },
  })),
  'gzip that breaks off': garble(GARBLED, ({ body }) => ({
    headers: { 'content-encoding': 'gzip' },
    body: half(gzipSync(body)),
  })),
  'gzip that says nothing': garble(GARBLED, ({ body }) => ({ body: gzipSync(body) })),
  'a chunk of no size': {
    verdict: failsWith('connection'),
    strike: async ({ apply, socket }) => {
      const answer = await apply();
      socket.write(headOf(answer, { 'transfer-encoding': 'chunked' }));
      socket.end(`ten\r\n${answer.body.toString()}\r\n0\r\n\r\n`);
    },
  },
} satisfies Record<string, Fault>;

/** The API acts, and its answer is changed on the way. */
function garble(verdict: Verdict, change: (answer: Answer) => Partial<Answer>): Fault {
  return {
    verdict,
    strike: async ({ apply, response }) => {
      const answer = await apply();
      await sendAnswer(response, answer, change(answer));
    },
  };
}

function half(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}
