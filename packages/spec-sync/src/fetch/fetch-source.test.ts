import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import {
  fetchSource,
  type FetchedSource,
  type FetchSourceOptions,
  type SourceRequest,
} from './fetch-source.ts';
import type { SourceRetry } from './fetch-with-retries.ts';

const SPEC = 'openapi: 3.1.0\n';

/** Requests without real waits, and what was waited for. */
async function fetchPatiently(
  request: SourceRequest,
  options: FetchSourceOptions = {},
): Promise<{ result: FetchedSource | Error; retries: SourceRetry[]; slept: number[] }> {
  const retries: SourceRetry[] = [];
  const slept: number[] = [];
  const result = await fetchSource(request, {
    random: () => 0.5,
    sleep: (delay) => Promise.resolve(void slept.push(delay)),
    onRetry: (retry) => retries.push(retry),
    ...options,
  }).catch((error: unknown) => error as Error);
  return { result, retries, slept };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => server.closeAllConnections());
  return listen(server);
}

/** Answers every request with bytes that no decent server would send. */
async function serveBytes(answer: string): Promise<string> {
  return listen(createSocketServer((socket) => socket.once('data', () => socket.end(answer))));
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function createFile(contents: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'apipin-fetch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'api.yaml'), contents);
  return join(folder, 'api.yaml');
}

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

test('a file is read, with its time', async () => {
  const source = await createFile(SPEC);
  await utimes(source, 0, new Date('2026-03-04T05:06:07Z'));
  expect(await fetchSource({ source })).toEqual({
    kind: 'fetched',
    bytes: Buffer.from(SPEC),
    source,
    digest: digestOf(SPEC),
    lastModified: '2026-03-04T05:06:07.000Z',
  });
});

test.each(['nowhere.yaml', '.', 'package.json/api.yaml'])(
  'a file that cannot be read is reported: %s',
  async (source) => {
    await expect(fetchSource({ source })).rejects.toMatchObject({
      name: 'SourceError',
      code: 'cannot-read',
      source,
      message: expect.stringContaining(`${source}: `) as string,
    });
  },
);

test('a file that is too large is refused', async () => {
  const source = await createFile('12345');
  await expect(fetchSource({ source }, { limits: { bytes: 4 } })).rejects.toMatchObject({
    code: 'too-large',
  });
  expect(await fetchSource({ source }, { limits: { bytes: 5 } })).toMatchObject({
    kind: 'fetched',
  });
});

test('a document is fetched through redirects, and its query is not kept', async () => {
  const origin = await serve((request, response) => {
    if (request.url?.startsWith('/specs/')) {
      response.setHeader('etag', '"1"');
      response.setHeader('last-modified', 'Wed, 04 Mar 2026 05:06:07 GMT');
      response.end(SPEC);
    } else response.writeHead(307, { location: 'specs/api.yaml?token=secret' }).end();
  });
  expect(await fetchSource({ source: `${origin}/latest?token=secret` })).toEqual({
    kind: 'fetched',
    bytes: Buffer.from(SPEC),
    source: `${origin}/specs/api.yaml`,
    digest: digestOf(SPEC),
    etag: '"1"',
    lastModified: '2026-03-04T05:06:07.000Z',
  });
});

test('bytes are kept as they are', async () => {
  const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x00, 0x0d, 0x0a]);
  const origin = await serve((_, response) => response.end(bytes));
  expect(await fetchSource({ source: origin })).toMatchObject({ bytes });
});

test('what a server said of a document tells it what need not be sent again', async () => {
  const dates: unknown[] = [];
  const origin = await serve((request, response) => {
    dates.push(request.headers['if-modified-since']);
    response.setHeader('etag', 'W/"v1"');
    response.setHeader('last-modified', 'Wed, 04 Mar 2026 05:06:07 GMT');
    if (request.headers['if-none-match'] === 'W/"v1"') response.writeHead(304);
    response.end(SPEC);
  });
  const first = await fetchSource({ source: origin });
  if (first.kind === 'unchanged') throw new Error('there was nothing to be unchanged');
  expect(await fetchSource({ ...first, source: origin })).toEqual({ kind: 'unchanged' });
  expect(await fetchSource({ source: origin, etag: '"other"' })).toEqual(first);
  expect(dates).toEqual([undefined, 'Wed, 04 Mar 2026 05:06:07 GMT', undefined]);
});

test.each([
  { etag: 'a\r\nx-injected: 1' },
  { etag: '' },
  { etag: '"\u{1f4a3}"' },
  { lastModified: 'yesterday\r\nx-injected: 1' },
  { lastModified: '2026-02-30T00:00:00Zx' },
  { lastModified: '1' },
])('what no server can have said is not sent: %j', async (known) => {
  const origin = await serve((request, response) => response.end(JSON.stringify(request.headers)));
  const result = await fetchSource({ source: origin, ...known });
  if (result.kind === 'unchanged') throw new Error('it was sent');
  expect(new TextDecoder().decode(result.bytes)).not.toMatch(/if-|injected/);
});

test('an answer that nothing has changed, where nothing was known, is an error', async () => {
  const origin = await serve((_, response) => response.writeHead(304).end());
  await expect(fetchSource({ source: origin })).rejects.toMatchObject({
    code: 'http-status',
    status: 304,
  });
});

test.each([
  'http://example.com/api.yaml',
  'http://127.0.0.1.example.com/api.yaml',
  'file:///etc/hosts',
  'ftp://127.0.0.1/api.yaml',
  'https://user:hunter2@127.0.0.1/api.yaml?hunter2',
  'http://hunter2@localhost/api.yaml#hunter2',
  'https://user:hunter2@:x/',
])('%s is refused before anything is sent', async (source) => {
  const fetching = fetchSource(
    { source },
    { fetch: () => Promise.reject(new Error('it was sent')) },
  );
  await expect(fetching).rejects.toMatchObject({ name: 'SourceError', code: 'refused' });
  await expect(fetching).rejects.not.toThrow('hunter2');
});

test.each(['http://example.com/', 'file:///etc/hosts', 'https://user:hunter2@example.com/'])(
  'a redirect to %s is refused',
  async (location) => {
    const origin = await serve((_, response) => response.writeHead(302, { location }).end());
    const { result, retries } = await fetchPatiently({ source: origin });
    expect(result).toMatchObject({ name: 'SourceError', code: 'refused' });
    expect(String(result)).not.toContain('hunter2');
    expect(retries).toEqual([]);
  },
);

test.each(['http://127.0.0.1/', 'https://169.254.169.254/'])(
  'a redirect from a public https source to %s is refused',
  async (location) => {
    const { result } = await fetchPatiently(
      { source: 'https://api.example/spec' },
      { fetch: () => Promise.resolve(new Response(null, { status: 301, headers: { location } })) },
    );
    expect(result).toMatchObject({ code: 'refused' });
  },
);

test('redirects do not go on for ever', async () => {
  let requests = 0;
  const origin = await serve((_, response) => {
    requests++;
    response.writeHead(302, { location: `/${requests}` }).end();
  });
  const { result } = await fetchPatiently({ source: origin });
  expect(result).toMatchObject({ code: 'cannot-read' });
  expect(requests).toBe(6);
});

test('a length over the limit is believed at once', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 101 });
    response.write('1');
  });
  const { result, retries } = await fetchPatiently({ source: origin }, { limits: { bytes: 100 } });
  expect(result).toMatchObject({ code: 'too-large' });
  expect(retries).toEqual([]);
});

test('an endless document is cut off', async () => {
  const origin = await serve((_, response) => {
    const timer = setInterval(() => response.write('a'.repeat(100)), 1);
    response.on('close', () => clearInterval(timer));
  });
  const { result } = await fetchPatiently({ source: origin }, { limits: { bytes: 1000 } });
  expect(result).toMatchObject({ code: 'too-large' });
});

test('a document is measured without its compression', async () => {
  const origin = await serve((_, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(Buffer.alloc(50_000_000)));
  });
  const { result } = await fetchPatiently({ source: origin });
  expect(result).toMatchObject({ code: 'too-large' });
  expect(await fetchSource({ source: origin }, { limits: { bytes: 50_000_000 } })).toMatchObject({
    kind: 'fetched',
  });
});

test.each([
  ['says nothing', (): void => {}],
  [
    'sends byte by byte',
    (_: unknown, response): void => {
      const timer = setInterval(() => response.write('a'), 10);
      response.on('close', () => clearInterval(timer));
    },
  ],
] satisfies [string, RequestListener][])('a server that %s is given up', async (_, listener) => {
  const origin = await serve(listener);
  const { result, retries } = await fetchPatiently({ source: origin }, { limits: { time: 200 } });
  expect(result).toMatchObject({ name: 'SourceError', code: 'timeout' });
  expect(retries).toEqual([]);
});

test('the waits between attempts count', async () => {
  const origin = await serve((_, response) =>
    response.writeHead(503, { 'retry-after': '20' }).end(),
  );
  await expect(fetchSource({ source: origin }, { limits: { time: 200 } })).rejects.toMatchObject({
    code: 'timeout',
  });
});

test.each([
  ['breaks off', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nopen'],
  ['announces more than it sends', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nopenapi'],
  ['announces no length', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\nopenapi'],
  [
    'announces two lengths',
    'HTTP/1.1 200 OK\r\ncontent-length: 7\r\ncontent-length: 8\r\n\r\nopenapi',
  ],
  ['does not speak HTTP', 'SSH-2.0-OpenSSH\r\n'],
  ['hangs up', ''],
])('a server that %s is asked again, and then reported', async (_, answer) => {
  const { result, slept } = await fetchPatiently({ source: await serveBytes(answer) });
  expect(result).toMatchObject({ name: 'SourceError', code: 'cannot-read' });
  expect(slept).toEqual([250, 500, 1000]);
});

test('a document that broke off is read whole the next time', async () => {
  let requests = 0;
  const origin = await serve((_, response) => {
    requests++;
    if (requests > 1) response.end(SPEC);
    else response.write('openapi', () => response.destroy());
  });
  const { result, retries } = await fetchPatiently({ source: origin });
  expect(result).toMatchObject({ bytes: Buffer.from(SPEC) });
  expect(retries).toMatchObject([{ attempt: 1, delay: 250 }]);
});

test('a server that is not there is asked again, and then reported', async () => {
  const server = createServer();
  const source = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const { result, slept } = await fetchPatiently({ source });
  expect(result).toMatchObject({
    code: 'cannot-read',
    message: expect.stringContaining('ECONNREFUSED') as string,
  });
  expect(slept).toHaveLength(3);
});

test.each([408, 425, 429, 500, 502, 503, 504])(
  'after %i the server is asked again',
  async (status) => {
    let requests = 0;
    const origin = await serve((_, response) => {
      requests++;
      response.writeHead(requests === 1 ? status : 200).end(SPEC);
    });
    const { result, retries } = await fetchPatiently({ source: origin });
    expect(result).toMatchObject({ kind: 'fetched' });
    expect(retries).toEqual([{ attempt: 1, reason: `the server answered ${status}`, delay: 250 }]);
  },
);

test.each([400, 401, 403, 404, 410, 204, 206])('%i is final', async (status) => {
  const origin = await serve((_, response) => response.writeHead(status).end());
  const { result, retries } = await fetchPatiently({ source: `${origin}/api.yaml?token=hunter2` });
  expect(result).toMatchObject({ name: 'SourceError', code: 'http-status', status });
  expect(String(result)).toContain(`${origin}/api.yaml: `);
  expect(String(result)).not.toContain('hunter2');
  expect(retries).toEqual([]);
});

test('a server that stays in trouble is given up after four attempts', async () => {
  let requests = 0;
  const origin = await serve((_, response) => {
    requests++;
    response.writeHead(503).end();
  });
  const { result } = await fetchPatiently({ source: origin });
  expect(result).toMatchObject({ code: 'http-status', status: 503 });
  expect(requests).toBe(4);
});

test('waits grow, and are anything from nothing to their bound', async () => {
  const origin = await serve((_, response) => response.writeHead(503).end());
  const chances = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  await fc.assert(
    fc.asyncProperty(chances, async (chance) => {
      const { slept } = await fetchPatiently({ source: origin }, { random: () => chance });
      expect(slept).toEqual([500, 1000, 2000].map((bound) => Math.round(bound * chance)));
    }),
    { numRuns: 20, seed: 1 },
  );
});

test.each([
  ['seconds', { 'retry-after': '7' }, 7000],
  ['no time at all', { 'retry-after': '0' }, 0],
  [
    'a date',
    { 'retry-after': 'Wed, 04 Mar 2026 05:06:17 GMT', date: 'Wed, 04 Mar 2026 05:06:07 GMT' },
    10_000,
  ],
  [
    'a date that is past',
    { 'retry-after': 'Wed, 04 Mar 2026 05:06:00 GMT', date: 'Wed, 04 Mar 2026 05:06:07 GMT' },
    0,
  ],
  ['nonsense', { 'retry-after': 'soon' }, 250],
  ['a negative time', { 'retry-after': '-5' }, 250],
])('a server that asks to wait for %s is obeyed', async (_, headers, delay) => {
  let requests = 0;
  const origin = await serve((_, response) => {
    requests++;
    if (requests === 1) response.writeHead(429, headers).end();
    else response.end(SPEC);
  });
  const { result, slept } = await fetchPatiently({ source: origin });
  expect(result).toMatchObject({ kind: 'fetched' });
  expect(slept).toEqual([delay]);
});

test.each(['31', '99999999999999999999'])(
  'a server that asks to wait for %s s is left alone',
  async (seconds) => {
    const origin = await serve((_, response) =>
      response.writeHead(429, { 'retry-after': seconds }).end(),
    );
    const { result, slept } = await fetchPatiently({ source: origin });
    expect(result).toMatchObject({ code: 'http-status', status: 429 });
    expect(slept).toEqual([]);
  },
);

test('an abort ends it with its reason, at any moment', async () => {
  const reason = new Error('enough');
  const silent = await serve(() => {});
  const early = new AbortController();
  early.abort(reason);
  await expect(fetchSource({ source: silent }, { signal: early.signal })).rejects.toBe(reason);
  await expect(
    fetchSource({ source: await createFile(SPEC) }, { signal: early.signal }),
  ).rejects.toBe(reason);

  const underway = new AbortController();
  const fetching = fetchSource({ source: silent }, { signal: underway.signal });
  setTimeout(() => underway.abort(reason), 20);
  await expect(fetching).rejects.toBe(reason);

  const busy = await serve((_, response) => response.writeHead(503, { 'retry-after': '20' }).end());
  const asleep = new AbortController();
  await expect(
    fetchSource({ source: busy }, { signal: asleep.signal, onRetry: () => asleep.abort(reason) }),
  ).rejects.toBe(reason);
});

test.each([
  ['text/html; charset=utf-8', true],
  ['TEXT/HTML', true],
  ['text/yaml', false],
  ['text/htmlish', false],
])('a document that is called %s comes with a hint: %s', async (type, isHinted) => {
  const origin = await serve((_, response) => {
    response.setHeader('content-type', type);
    response.end('<html>');
  });
  const result = await fetchSource({ source: origin });
  expect('hint' in result).toBe(isHinted);
});

test('an empty document is for the reader to judge', async () => {
  const origin = await serve((_, response) => response.end());
  expect(await fetchSource({ source: origin })).toMatchObject({ bytes: Buffer.alloc(0) });
});
