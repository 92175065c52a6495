import { expect, onTestFinished, test } from 'vitest';
import { runtimes } from './runtimes.ts';
import { startServers } from './servers.ts';

const TRANSCRIPT = {
  'a client that was made when the module was loaded': 13,
  'a call': 'Pigeonpost',
  'a retry after a 503': {
    read: { statusType: 'READ' },
    status: 200,
    attempts: 2,
    type: 'application/json',
  },
  'an answer that is no success': { is: ['ApiError', 'NotFoundError'], attempts: 1, tells: [] },
  items: ['Pigeonpost', 'Larkspur', 'Swift'],
  pages: [2, 1],
  'an integer beyond 2^53, there and back': {
    name: 'Zürich',
    capabilities: { largest: '9223372036854775807' },
  },
  'the raw client': { found: 'Pigeonpost', missing: 404 },
  'calls with OAuth': { names: ['Pigeonpost', 'Larkspur', 'Swift'], saved: 1 },
  'a refresh token that was used up': { is: ['OAuthRevokedError'], tells: [] },
  'calls within a rate budget': ['Pigeonpost', 'Larkspur', 'Swift'],
  'a webhook and a forgery': { answers: [200, 401], ids: ['48200317'] },
  'a timeout': { is: ['TimeoutError'], attempts: 2, tells: [] },
  'an abort': 'nobody waits',
  'a redirect': { is: ['ApiError'], attempts: 1, tells: [] },
  'a body that is torn': { is: ['ConnectionError'], attempts: 1, tells: [] },
  'a POST whose connection breaks': { is: ['ConnectionError'], attempts: 1, tells: [] },
  'a server that does not listen': { is: ['ConnectionError'], attempts: 1, tells: [] },
};

// A Chromium has to be unpacked first, which takes longer than all others together.
const isLong = process.env['APIPIN_LONG_TESTS'] !== undefined;

test.each(runtimes.filter(({ name }) => isLong || name !== 'Chromium'))(
  '$name: a client does what it does everywhere',
  async ({ name, run }) => {
    const servers = await startServers();
    onTestFinished(() => servers.close());
    const { transcript, words } = await run(servers.urls);
    console.log(`${name}:`, { userAgents: servers.userAgents, ...words });
    expect(transcript).toEqual(TRANSCRIPT);
  },
);
