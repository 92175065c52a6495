import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCompatFetch } from './create-compat-fetch.ts';
import { defineChange } from './define-change.ts';
import { CompatConfigurationError } from './errors/compat-configuration-error.ts';
import { InvalidRequestBodyError } from './errors/invalid-request-body-error.ts';
import { LossError } from './errors/loss-error.ts';
import { UnmappableValueError } from './errors/unmappable-value-error.ts';
import { UnmappedOperationError } from './errors/unmapped-operation-error.ts';
import type { Loss, LossContext } from './loss.ts';
import { keep } from './mapping.ts';
import { mapItems } from './map-items.ts';
import { mapProperties } from './map-properties.ts';
import { narrowToEnum } from './narrow-to-enum.ts';
import { throwOnLoss } from './on-loss.ts';
import type { CompatPlan } from './plan.ts';

type Colour = 'RED' | 'BLUE' | 'OTHER';

const narrowColour = narrowToEnum<Colour>({
  id: 'narrow-colour',
  members: { RED: true, BLUE: true, OTHER: true },
  otherwise: { becomes: 'OTHER', severity: 'minor' },
});
const refuseGreen = defineChange<string, string>({
  id: 'refuse-green',
  upgrade: (tag, { refuse }) =>
    tag === 'GREEN' ? refuse({ was: tag, reason: 'there is no green; mix it' }) : keep(tag),
  downgrade: keep,
});
const item = mapProperties<
  { colour: string; tags?: string[] },
  { colour: Colour; tags?: string[] }
>({ colour: narrowColour, tags: mapItems(refuseGreen) });

const plan: CompatPlan<'v1', 'v2'> = {
  versions: { old: 'v1', current: 'v2' },
  operations: {
    listItems: {
      old: { method: 'GET', path: '/v1/items/' },
      current: { method: 'GET', path: '/items/v2' },
      request: {
        query: mapProperties<{ colour?: string[] }, { colour?: Colour[] }>({
          colour: mapItems(narrowColour),
        }),
      },
      responses: { 200: { links: ['/next/link'] } },
    },
    createItem: {
      old: { method: 'POST', path: '/v1/items/' },
      current: { method: 'POST', path: '/items/v2' },
      request: { body: item },
      responses: { 201: { body: item } },
    },
    replaceItem: {
      old: { method: 'POST', path: '/v1/items/{itemId}' },
      current: { method: 'PUT', path: '/items/v2/{itemId}' },
    },
  },
};

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let received: Received[];
let answer: (response: ServerResponse) => void;
let origin: string;

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = await request.toArray();
  const { method, url, headers } = request;
  received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
  answer(response);
});

beforeEach(async () => {
  received = [];
  answer = (response) => response.writeHead(204).end();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function answerJson(status: number, body: string, headers: Record<string, string> = {}): void {
  answer = (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

function serveOld(onLoss?: (loss: Loss, context: LossContext) => void): typeof globalThis.fetch {
  return createCompatFetch(plan, {
    serve: 'v1',
    upstream: 'v2',
    ...(onLoss === undefined ? {} : { onLoss }),
  });
}

test('a request is sent to where the upstream version has the operation', async () => {
  await serveOld()(`${origin}/v1/items/a%2Fb?after=a+b&x=%20`, { method: 'POST', body: '<a/>' });

  expect(received).toMatchObject([
    { method: 'PUT', url: '/items/v2/a%2Fb?after=a+b&x=%20', body: '<a/>' },
  ]);
});

test('what precedes the path stays, or is replaced by the upstream URL', async () => {
  await serveOld()(`${origin}/api/v1/items/1`, { method: 'POST' });
  const elsewhere = createCompatFetch(plan, {
    serve: 'v1',
    upstream: 'v2',
    upstreamUrl: `${origin}/up/`,
  });
  await elsewhere('http://caller.example/api/v1/items/1', { method: 'POST' });

  expect(received.map(({ url }) => url)).toEqual(['/api/items/v2/1', '/up/items/v2/1']);
});

test('request headers are forwarded', async () => {
  await serveOld(() => {})(`${origin}/v1/items/`, {
    method: 'POST',
    headers: { authorization: 'Bearer secret', 'x-trace': '1', 'content-type': 'application/json' },
    body: '{"colour":"PINK"}',
  });

  expect(received[0]?.headers).toMatchObject({
    authorization: 'Bearer secret',
    'x-trace': '1',
    'content-type': 'application/json',
    'content-length': String('{"colour":"OTHER"}'.length),
  });
});

test('a request body is mapped and its losses are reported', async () => {
  const losses: unknown[] = [];
  const fetch = serveOld((loss, context) => losses.push({ ...loss, ...context }));

  await fetch(`${origin}/v1/items/`, {
    method: 'POST',
    headers: { 'content-length': '1000' },
    body: '{"colour":"PINK","id":9007199254740993}',
  });

  expect(received[0]?.body).toBe('{"colour":"OTHER","id":9007199254740993}');
  expect(losses).toEqual([
    {
      pointer: '/colour',
      change: 'narrow-colour',
      was: 'PINK',
      becomes: 'OTHER',
      severity: 'minor',
      operationId: 'createItem',
      direction: 'upgrade',
      part: 'request body',
    },
  ]);
});

test('a request body without differences is sent byte for byte', async () => {
  const body = ' {"colour" : "RED", "n": 1.50, "id": 9007199254740993}\n';

  await serveOld()(`${origin}/v1/items/`, { method: 'POST', body });

  expect(received[0]?.body).toBe(body);
});

test('a query is mapped, and other parameters and their order stay', async () => {
  await serveOld(() => {})(`${origin}/v1/items/?a=1&colour=RED&colour=P%26K&__proto__=2&a=3`);

  expect(received[0]?.url).toBe('/items/v2?a=1&a=3&colour=RED&colour=OTHER&__proto__=2');
});

test('a query without differences keeps its encoding', async () => {
  await serveOld()(`${origin}/v1/items/?colour=RED&a=b%20c&flag`);

  expect(received[0]?.url).toBe('/items/v2?colour=RED&a=b%20c&flag');
});

test('an unmappable value is refused before anything is sent', async () => {
  const call = serveOld()(`${origin}/v1/items/`, {
    method: 'POST',
    headers: { authorization: 'Bearer secret' },
    body: '{"colour":"RED","tags":["a","GREEN"]}',
  });

  await expect(call).rejects.toThrow(UnmappableValueError);
  await expect(call).rejects.toMatchObject({
    operationId: 'createItem',
    part: 'request body',
    pointer: '/tags/1',
    change: 'refuse-green',
    value: 'GREEN',
    direction: 'upgrade',
    message:
      'createItem request body /tags/1: cannot upgrade "GREEN" (refuse-green): ' +
      'there is no green; mix it. Nothing was sent.',
  });
  expect(received).toEqual([]);
});

test('an unmappable value in a response says that the call has had its effect', async () => {
  answerJson(201, '{"colour":"RED","tags":["GREEN"]}');
  const fetch = createCompatFetch(plan, { serve: 'v2', upstream: 'v1' });

  const call = fetch(`${origin}/items/v2`, { method: 'POST', body: '{"colour":"RED"}' });

  await expect(call).rejects.toMatchObject({
    name: 'UnmappableValueError',
    part: 'response body',
    pointer: '/tags/0',
    message: expect.stringContaining('The upstream has already answered'),
  });
});

test('a loss can be refused before anything is sent', async () => {
  const call = serveOld(throwOnLoss)(`${origin}/v1/items/?colour=PINK`);

  await expect(call).rejects.toThrow(LossError);
  await expect(call).rejects.toMatchObject({
    loss: { pointer: '/colour/0', was: 'PINK' },
    context: { operationId: 'listItems', part: 'query' },
  });
  expect(received).toEqual([]);
});

test('a request that is no operation is refused, and its query is not told', async () => {
  const call = serveOld()(`${origin}/v1/things?hapikey=secret`);

  await expect(call).rejects.toThrow(UnmappedOperationError);
  await expect(call).rejects.toThrow(
    'GET /v1/things: no operation of v1 has this method and path; ' +
      'send it with a plain fetch if it belongs to another API. Nothing was sent.',
  );
  expect(received).toEqual([]);
});

test.each([
  ['no JSON', '{"colour":'],
  ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ['compressed', gzipSync('{"colour":"RED"}')],
  ['empty', ''],
  ['nested too deeply to parse', `${'['.repeat(1e5)}9007199254740993${']'.repeat(1e5)}`],
])('a body that needs mapping and is %s is refused', async (_title, body) => {
  const call = serveOld()(`${origin}/v1/items/`, { method: 'POST', body });

  await expect(call).rejects.toThrow(InvalidRequestBodyError);
  expect(received).toEqual([]);
});

test('a missing body is left for the upstream to reject', async () => {
  await serveOld()(`${origin}/v1/items/`, { method: 'POST' });

  expect(received).toMatchObject([{ method: 'POST', body: '' }]);
});

test('a response body is mapped, and status and headers stay', async () => {
  answerJson(201, '{"colour":"PINK","id":9007199254740993}', { 'x-trace': '1' });
  const losses: Loss[] = [];
  const fetch = createCompatFetch(plan, {
    serve: 'v2',
    upstream: 'v1',
    onLoss: (loss) => losses.push(loss),
  });

  const response = await fetch(`${origin}/items/v2`, {
    method: 'POST',
    body: '{"colour":"BLUE"}',
  });

  expect(received[0]?.url).toBe('/v1/items/');
  expect(response.status).toBe(201);
  expect(response.statusText).toBe('Created');
  expect(response.headers.get('x-trace')).toBe('1');
  expect(response.headers.has('content-length')).toBe(false);
  expect(await response.text()).toBe('{"colour":"OTHER","id":9007199254740993}');
  expect(losses).toMatchObject([{ pointer: '/colour', was: 'PINK' }]);
});

test('a compressed response body is mapped and no longer claims to be compressed', async () => {
  answer = (response) =>
    response
      .writeHead(201, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(gzipSync('{"colour":"PINK"}'));
  const fetch = createCompatFetch(plan, { serve: 'v2', upstream: 'v1', onLoss: () => {} });

  const response = await fetch(`${origin}/items/v2`, { method: 'POST', body: '{}' });

  expect(response.headers.has('content-encoding')).toBe(false);
  expect(await response.json()).toEqual({ colour: 'OTHER' });
});

test('links in a body lead to the served version', async () => {
  answerJson(200, JSON.stringify({ next: { link: `${origin}/api/items/v2?after=1`, after: '1' } }));

  const response = await serveOld()(`${origin}/api/v1/items/`);

  expect(await response.json()).toEqual({
    next: { link: `${origin}/api/v1/items/?after=1`, after: '1' },
  });
});

test.each(['{"next":null}', '{"next":{"link":7}}', '[]', '7', '{"next":{"link":"?after=1"}}'])(
  'a body without links to map, such as %s, stays byte for byte',
  async (body) => {
    answerJson(200, ` ${body}`);

    expect(await (await serveOld()(`${origin}/v1/items/`)).text()).toBe(` ${body}`);
  },
);

test('the Location header leads to the served version', async () => {
  answerJson(201, '{"colour":"RED"}', { location: '/items/v2/7' });

  const response = await serveOld()(`${origin}/v1/items/`, { method: 'POST', body: '{}' });

  expect(response.headers.get('location')).toBe('/v1/items/7');
});

test('a redirect that is not followed leads to the served version', async () => {
  answer = (response) => response.writeHead(308, { location: `${origin}/items/v2/8` }).end('moved');

  const response = await serveOld()(`${origin}/v1/items/7`, { method: 'POST', redirect: 'manual' });

  expect(response.status).toBe(308);
  expect(response.headers.get('location')).toBe(`${origin}/v1/items/8`);
  expect(await response.text()).toBe('moved');
});

test.each([
  ['an error', 400, 'application/json', '{"message": "no", "colour": "PINK"}'],
  ['HTML', 201, 'text/html', '<p>PINK</p>'],
  ['broken JSON', 201, 'application/json', '{"colour":"PINK"'],
])('%s passes through', async (_title, status, contentType, body) => {
  answerJson(status, body, { 'content-type': contentType });
  const fetch = createCompatFetch(plan, { serve: 'v2', upstream: 'v1' });

  const response = await fetch(`${origin}/items/v2`, { method: 'POST', body: '{}' });

  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe(contentType);
  expect(await response.text()).toBe(body);
});

test('a media type with a suffix is JSON too', async () => {
  answerJson(201, '{"colour":"PINK"}', { 'content-type': 'application/hal+json; charset=utf-8' });
  const fetch = createCompatFetch(plan, { serve: 'v2', upstream: 'v1', onLoss: () => {} });

  const response = await fetch(`${origin}/items/v2`, { method: 'POST', body: '{}' });

  expect(await response.json()).toEqual({ colour: 'OTHER' });
});

test('a response body that needs no mapping is streamed', async () => {
  answer = (response) => response.write('first');

  const response = await serveOld()(`${origin}/v1/items/7`, { method: 'POST' });
  const { value } = await response.body!.getReader().read();

  expect(new TextDecoder().decode(value)).toBe('first');
});

test('a request body of known length that needs no mapping is streamed', async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const arrival = once(server, 'request');

  const call = serveOld()(`${origin}/v1/items/7`, {
    method: 'POST',
    headers: { 'content-length': '8' },
    body: readable,
    duplex: 'half',
  } as RequestInit);
  await writer.write(new TextEncoder().encode('stre'));
  await arrival;
  await writer.write(new TextEncoder().encode('amed'));
  await writer.close();
  await call;

  expect(received[0]?.headers).toMatchObject({ 'content-length': '8' });
  expect(received[0]?.body).toBe('streamed');
});

test('a request body of unknown length is sent with its length', async () => {
  const body = new Blob(['{"colour":"PINK"}']).stream();

  await serveOld()(`${origin}/v1/items/7`, { method: 'POST', body, duplex: 'half' } as RequestInit);

  expect(received[0]?.headers).toMatchObject({ 'content-length': '17' });
  expect(received[0]?.body).toBe('{"colour":"PINK"}');
});

test('aborting reaches the upstream request', async () => {
  const controller = new AbortController();
  const reason = new Error('changed my mind');
  answer = () => controller.abort(reason);

  const call = serveOld()(`${origin}/v1/items/`, {
    method: 'POST',
    body: '{"colour":"RED"}',
    signal: controller.signal,
  });

  await expect(call).rejects.toBe(reason);
});

test('aborting while a body is read rejects', async () => {
  const controller = new AbortController();
  answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"next":');
    setTimeout(() => controller.abort(), 20);
  };

  const call = serveOld()(`${origin}/v1/items/`, { signal: controller.signal });

  await expect(call).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});

test('the request goes through the given fetch', async () => {
  const requests: Request[] = [];
  const fetch = createCompatFetch(plan, {
    serve: 'v1',
    upstream: 'v2',
    fetch: async (request) => {
      requests.push(request);
      return new Response(null, { status: 204 });
    },
  });

  const response = await fetch(new Request('https://api.example/v1/items/7', { method: 'POST' }));

  expect(response.status).toBe(204);
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'PUT https://api.example/items/v2/7',
  ]);
});

test.each([
  ['v1', 'v1'],
  ['v3', 'v2'],
])('serving %s over %s is refused', (serve, upstream) => {
  const options = { serve, upstream } as never;

  expect(() => createCompatFetch(plan, options)).toThrow(CompatConfigurationError);
});

test.each([
  '',
  '/api',
  'file:///api',
  'https://up.example/?key=secret',
  'https://user:secret@up.example/',
])('the upstream URL %s is refused without being told', (upstreamUrl) => {
  const create = () => createCompatFetch(plan, { serve: 'v1', upstream: 'v2', upstreamUrl });

  expect(create).toThrow(CompatConfigurationError);
  expect(create).not.toThrow('secret');
});
