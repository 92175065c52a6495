import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { HEALTH_PATH, startServer } from './start-server.ts';
import type { RunningServer } from './start-server.ts';

async function start(
  answer: (request: Request) => Promise<Response>,
  host = '127.0.0.1',
): Promise<RunningServer> {
  const server = await startServer(answer, { host, port: 0 });
  onTestFinished(() => server.close());
  return server;
}

/** Over a connection that is kept open, as SDKs do. */
async function get(url: string, agent: Agent): Promise<IncomingMessage> {
  const [response] = (await once(request(url, { agent }).end(), 'response')) as [IncomingMessage];
  return response;
}

test('requests are answered, whatever their method and path', async () => {
  const { url } = await start(async ({ method, url }) => new Response(`${method} ${url}`));

  const response = await fetch(`${url}/a%2Fb?c=d`, { method: 'PUT' });

  expect(await response.text()).toBe(`PUT ${url}/a%2Fb?c=d`);
});

test('it tells that it is healthy, without asking anybody', async () => {
  const { url } = await start(() => Promise.reject(new Error('asked')));

  const response = await fetch(url + HEALTH_PATH);

  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
});

test('it listens on IPv6 too', async () => {
  const { url } = await start(async () => new Response('six'), '::1');

  expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect(await (await fetch(url)).text()).toBe('six');
});

test.each([
  ['GET http://evil.example/a HTTP/1.1', 'evil.example'],
  ['GET //evil.example/a HTTP/1.1', 'gateway.example'],
])('%s reaches the handler, as it is', async (line, host) => {
  const asked: string[] = [];
  const { url } = await start(async (request) => {
    asked.push(request.url);
    return new Response();
  });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');

  socket.end(`${line}\r\nHost: gateway.example\r\nConnection: close\r\n\r\n`);
  await text(socket);

  expect(asked.map((target) => new URL(target).host)).toEqual([host]);
});

test('closing answers what is under way, and waits for no connection that is merely open', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: asked, resolve: tellAsked } = Promise.withResolvers<void>();
  const server = await startServer(
    async ({ url }) => {
      if (url.endsWith('/slow')) {
        tellAsked();
        await released;
      }
      return new Response('done');
    },
    { host: '127.0.0.1', port: 0 },
  );
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  (await get(`${server.url}/fast`, agent)).resume();

  const slow = get(`${server.url}/slow`, agent);
  await asked;
  const closed = server.close();
  await expect(fetch(`${server.url}/late`)).rejects.toThrow();
  release();

  expect(await text(await slow)).toBe('done');
  await closed;
});
