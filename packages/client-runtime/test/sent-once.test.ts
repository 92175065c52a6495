import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { bodyAs, type CallOptions, type OperationSpec } from '../src/index.ts';
import { rejectionOf } from './example-api.ts';
import { createOne } from './one-operation.ts';

// Backoffs of half a second and more would be all that these tests do.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

const post = { method: 'POST', body: 'application/json' } satisfies Partial<OperationSpec>;

/** Listens on the loopback interface for the current test. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port of the loopback interface that nobody listens on. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

const faults: Record<string, { listener: RequestListener; options?: CallOptions; kind: string }> = {
  'a 503': { listener: (_, response) => void response.writeHead(503).end(), kind: 'server' },
  'a 429': { listener: (_, response) => void response.writeHead(429).end(), kind: 'rate-limit' },
  'a reset': { listener: ({ socket }) => void socket.resetAndDestroy(), kind: 'connection' },
  'a connection that is closed': { listener: ({ socket }) => socket.end(), kind: 'connection' },
  'an answer that is no HTTP': {
    listener: ({ socket }) => void socket.end('nonsense\r\n\r\n'),
    kind: 'connection',
  },
  'a reset in the body': {
    listener: (_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"id":', () => response.destroy());
    },
    kind: 'connection',
  },
  'a silence': { listener: () => {}, options: { attemptTimeout: 50 }, kind: 'timeout' },
  'a silence in the body': {
    listener: (_, response) => void response.write('{"id":'),
    options: { attemptTimeout: 50 },
    kind: 'timeout',
  },
};

test.each(Object.entries(faults))(
  'what must not be repeated is sent once when it meets %s',
  async (_, { listener, options, kind }) => {
    let requests = 0;
    const baseUrl = await serve((request, response) => {
      request.resume().once('end', () => {
        requests += 1;
        listener(request, response);
      });
    });
    const error = await rejectionOf(createOne({ baseUrl }, post)({ body: {} }, options));
    expect(error).toMatchObject({ kind, attempts: 1 });
    expect(requests).toBe(1);
  },
);

test.each(Object.entries(faults))('what may be repeated is when it meets %s', async (_, fault) => {
  let requests = 0;
  const baseUrl = await serve((request, response) => {
    request.resume().once('end', () => {
      requests += 1;
      if (requests === 1) fault.listener(request, response);
      else response.end('{"id":1}');
    });
  });
  const { listener: _listener, options } = fault;
  expect(await createOne({ baseUrl })({}, options)).toEqual({ id: 1 });
  expect(requests).toBe(2);
});

test.each([
  ['nobody listens', closedPort],
  ['nobody has the name', async () => 'http://apipin.invalid'],
])('anything is sent again where %s', async (_, baseUrl) => {
  const call = createOne({ baseUrl: await baseUrl(), attempts: 3 }, post);
  expect(await rejectionOf(call({ body: {} }))).toMatchObject({
    kind: 'connection',
    wasNotSent: true,
    attempts: 3,
  });
});

test('a body of bytes is the same in every attempt', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const bodies: Buffer[] = [];
  const baseUrl = await serve(async (request, response) => {
    bodies.push(await buffer(request));
    response.writeHead(bodies.length < 3 ? 503 : 204).end();
  });
  const call = createOne(
    { baseUrl },
    { method: 'PUT', repeatable: true, body: bodyAs('application/octet-stream') },
  );
  await call({ body: new Blob([bytes]) });
  expect(bodies.map((body) => body.equals(bytes))).toEqual([true, true, true]);
});

test('a stream is sent once', async () => {
  const stream = {
    method: 'PUT',
    repeatable: true,
    body: bodyAs('application/octet-stream'),
  } satisfies Partial<OperationSpec>;
  let requests = 0;
  const baseUrl = await serve((request, response) => {
    requests += 1;
    request.resume().once('end', () => response.writeHead(503).end());
  });
  const error = await rejectionOf(
    createOne({ baseUrl }, stream)({ body: new Blob(['a']).stream() }),
  );
  expect(error).toMatchObject({ kind: 'server', attempts: 1 });
  expect(requests).toBe(1);
  const unsent = createOne({ baseUrl: await closedPort() }, stream);
  expect(await rejectionOf(unsent({ body: new Blob(['a']).stream() }))).toMatchObject({
    wasNotSent: true,
    attempts: 1,
  });
});
