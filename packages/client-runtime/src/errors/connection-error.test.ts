import { expect, test } from 'vitest';
import { ConnectionError } from './connection-error.ts';

const call = { operation: 'addThing', method: 'POST', path: '/', attempts: 1, startedAt: 0 };

/** An error as `fetch` rejects with it. */
function rejection(message: string, code?: string, cause?: Error): Error {
  return Object.assign(new TypeError(message, { cause }), { code });
}

/** As Node 22, 24 and 26 reject. */
function inNode(message: string, code: string): Error {
  return rejection('fetch failed', undefined, Object.assign(new Error(message), { code }));
}

/** As Deno 2.9 rejects. */
function inDeno(message: string): Error {
  return rejection('fetch failed', undefined, new Error(message));
}

test.each([
  inNode('connect ECONNREFUSED 127.0.0.1:42807', 'ECONNREFUSED'),
  // Of several addresses: Node's error has no message of its own.
  inNode('', 'ECONNREFUSED'),
  inNode('connect EHOSTUNREACH 10.0.0.1:443', 'EHOSTUNREACH'),
  inNode('connect ENETUNREACH 10.0.0.1:443', 'ENETUNREACH'),
  inNode('getaddrinfo ENOTFOUND nowhere.invalid', 'ENOTFOUND'),
  inNode('getaddrinfo EAI_AGAIN nowhere.invalid', 'EAI_AGAIN'),
  inNode('Connect Timeout Error', 'UND_ERR_CONNECT_TIMEOUT'),
])('nothing was sent: %o', (cause) => {
  expect(new ConnectionError(call, cause).wasNotSent).toBe(true);
});

// What each says after it has sent a request twice, the second time to nobody, is among these.
test.each([
  inNode('read ECONNRESET', 'ECONNRESET'),
  // A connection that was there.
  inNode('read EHOSTUNREACH', 'EHOSTUNREACH'),
  inNode('write ECONNREFUSED', 'ECONNREFUSED'),
  inNode('connect ECONNRESET 127.0.0.1:40031', 'ECONNRESET'),
  inNode('other side closed', 'UND_ERR_SOCKET'),
  inDeno(
    'error sending request for url (http://127.0.0.1:1/): client error (Connect): tcp connect error: ' +
      'Connection refused (os error 111)',
  ),
  inDeno('Connection reset by peer (os error 104)'),
  // Bun 1.4, then 1.0 to 1.3, and a name that none of them could look up.
  rejection('ECONNREFUSED: Unable to connect.', 'ECONNREFUSED'),
  rejection('Unable to connect. Is the computer able to access the url?', 'ConnectionRefused'),
  rejection('getaddrinfo ENOTFOUND nowhere.invalid', 'ENOTFOUND'),
  // workerd, whatever happened, with a property that promises too much.
  Object.assign(new Error('Network connection lost.'), { retryable: true }),
  // Chromium, whatever happened.
  rejection('Failed to fetch'),
])('something may have been sent: %o', (cause) => {
  expect(new ConnectionError(call, cause).wasNotSent).toBe(false);
});

test('says the reason, which is where the chain of causes ends', () => {
  const error = new ConnectionError(call, inNode('read ECONNRESET', 'ECONNRESET'));
  expect(error.message).toBe('addThing failed: no complete response: read ECONNRESET');
});
