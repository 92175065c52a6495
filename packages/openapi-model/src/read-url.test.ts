import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, onTestFinished, test } from 'vitest';

import type { ByteBudget } from './read-bytes.ts';
import { readUrl } from './read-url.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function budget(limit = 1000): ByteBudget {
  return { limit, spent: 0 };
}

test('a document of this machine is read, through redirects', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/spec/api.yaml') response.end('openapi: 3.1.0\n');
    else response.writeHead(302, { location: 'spec/api.yaml' }).end();
  });
  expect(await readUrl(`${origin}/latest`, budget(), 5_000)).toEqual({
    text: 'openapi: 3.1.0\n',
    href: `${origin}/spec/api.yaml`,
  });
});

test('redirects do not go on for ever', async () => {
  let requests = 0;
  const origin = await serve((_, response) => {
    requests++;
    response.writeHead(302, { location: '/' }).end();
  });
  await expect(readUrl(origin, budget(), 5_000)).rejects.toMatchObject({ code: 'cannot-read' });
  expect(requests).toBe(6);
});

test.each(['http://example.com/api.yaml', 'file:///etc/hosts', 'ftp://127.0.0.1/api.yaml'])(
  'a redirect to %s is refused',
  async (location) => {
    const origin = await serve((_, response) => {
      response.writeHead(302, { location }).end();
    });
    await expect(readUrl(origin, budget(), 5_000)).rejects.toMatchObject({
      code: 'network-refused',
    });
  },
);

test.each(['http://example.com/', 'http://127.0.0.1.example.com/', 'http://[::2]/'])(
  '%s is refused before anything is sent',
  async (url) => {
    await expect(readUrl(url, budget(), 5_000)).rejects.toMatchObject({ code: 'network-refused' });
  },
);

test('an endless document is cut off', async () => {
  const origin = await serve((_, response) => {
    const timer = setInterval(() => response.write('a'.repeat(100)), 1);
    response.on('close', () => clearInterval(timer));
  });
  await expect(readUrl(origin, budget(), 5_000)).rejects.toMatchObject({
    code: 'source-too-large',
  });
});

test.each([
  ['says nothing', (): void => {}],
  ['never ends', (_: unknown, response: { write(text: string): unknown }) => response.write('a')],
] satisfies [string, RequestListener][])('a server that %s is given up', async (_, listener) => {
  const origin = await serve(listener);
  await expect(readUrl(origin, budget(), 100)).rejects.toMatchObject({
    code: 'cannot-read',
    message: expect.stringContaining('100 ms') as string,
  });
});

test('an answer other than success is reported', async () => {
  const origin = await serve((_, response) => response.writeHead(404).end('no such file'));
  await expect(readUrl(origin, budget(), 5_000)).rejects.toMatchObject({
    code: 'cannot-read',
    message: expect.stringContaining('404') as string,
  });
});

test('a server that is not there is reported', async () => {
  const origin = await serve(() => {});
  const port = Number(new URL(origin).port);
  await expect(
    readUrl(`http://127.0.0.1:${port === 1 ? 2 : 1}/`, budget(), 5_000),
  ).rejects.toMatchObject({ code: 'cannot-read' });
});
