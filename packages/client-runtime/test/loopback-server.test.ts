import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { ApiError, ConnectionError, ResponseParseError, TimeoutError } from '../src/index.ts';
import { createClient, type ClientOptions, rejectionOf, update } from './example-api.ts';

let server: Server;

async function serve(listener: RequestListener, options: ClientOptions = {}) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createClient({ baseUrl: `http://127.0.0.1:${port}`, ...options });
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('sends a request and reads its response', async () => {
  const client = await serve(
    async (request, response) => {
      const body = await text(request);
      const { method, url, headers } = request;
      const echo = { method, url, authorization: headers.authorization, body };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(echo));
    },
    { accessToken: 'token-1' },
  );
  expect(await client.updateMessage(update)).toEqual({
    method: 'PATCH',
    url: '/channels/7/messages/m%2F1',
    authorization: 'Bearer token-1',
    body: '{"statusType":"READ"}',
  });
});

test('reads a 204', async () => {
  const client = await serve((_, response) => response.writeHead(204).end());
  expect(await client.archiveChannel({ channelId: 1 })).toBeUndefined();
});

test('gives up on headers that do not come', async () => {
  const client = await serve(() => {}, { timeout: 50 });
  expect(await rejectionOf(client.listChannels())).toBeInstanceOf(TimeoutError);
});

test('gives up on a body that does not end', async () => {
  const client = await serve((_, response) => response.write('{"total":'), { timeout: 50 });
  expect(await rejectionOf(client.listChannels())).toBeInstanceOf(TimeoutError);
});

test('an abort ends the request', async () => {
  const controller = new AbortController();
  let closed: Promise<unknown> | undefined;
  const client = await serve((request) => {
    closed = once(request.socket, 'close');
    controller.abort();
  });
  const error = await rejectionOf(client.listChannels({}, { signal: controller.signal }));
  expect(error).toBe(controller.signal.reason);
  await closed;
});

test('a connection that nobody accepts is a ConnectionError', async () => {
  const client = await serve(() => {});
  await new Promise((resolve) => server.close(resolve));
  const error = await rejectionOf(client.listChannels());
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^listChannels failed: no complete response: .*ECONNREFUSED/),
    cause: { name: 'Error', code: 'ECONNREFUSED' },
    wasNotSent: true,
  });
});

test('a success that is reset mid-body is a ConnectionError', async () => {
  const client = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"total":1', () => response.destroy());
  });
  expect(await rejectionOf(client.listChannels())).toBeInstanceOf(ConnectionError);
});

test('a failure that is reset mid-body keeps its status', async () => {
  const client = await serve((_, response) => {
    response.writeHead(503, { 'content-length': 100 });
    response.write('{"mess', () => response.destroy());
  });
  const error = await rejectionOf(client.listChannels());
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 503, body: undefined });
});

test.each([
  ['HTML', 502, '<html>Bad Gateway</html>', '<html>Bad Gateway</html>'],
  ['empty', 500, '', undefined],
  ['truncated JSON', 400, '{"category":"VALID', '{"category":"VALID'],
  ['JSON', 409, '{"category":"CONFLICT"}', { category: 'CONFLICT' }],
])('a failure with a body of %s keeps its status', async (_, status, text, body) => {
  const client = await serve((_request, response) => response.writeHead(status).end(text));
  expect(await rejectionOf(client.listChannels())).toMatchObject({ status, body });
});

test('a success with truncated JSON is a ResponseParseError', async () => {
  const client = await serve((_, response) =>
    response.setHeader('content-type', 'application/json').end('{"total":'),
  );
  const error = await rejectionOf(client.listChannels());
  expect(error).toBeInstanceOf(ResponseParseError);
  expect(error).toMatchObject({ contentType: 'application/json', body: '{"total":' });
});

test('does not follow a redirect with its token', async () => {
  const urls: (string | undefined)[] = [];
  const client = await serve(
    ({ url }, response) => {
      urls.push(url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    },
    { accessToken: 'token-1' },
  );
  const error = await rejectionOf(client.listChannels());
  expect(error).toMatchObject({ kind: 'api', status: 307 });
  expect((error as ApiError).headers.get('location')).toBe('/elsewhere');
  expect(urls).toEqual(['/channels/']);
});
