import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCompatFetch } from './create-compat-fetch.ts';
import type { CompatFetchOptions } from './create-compat-fetch.ts';
import { CompatConfigurationError } from './errors/compat-configuration-error.ts';
import { InvalidMappingError } from './errors/invalid-mapping-error.ts';
import { InvalidRequestBodyError } from './errors/invalid-request-body-error.ts';
import { InvalidRequestError } from './errors/invalid-request-error.ts';
import { InvalidResponseError } from './errors/invalid-response-error.ts';
import { LossError } from './errors/loss-error.ts';
import { UnmappableValueError } from './errors/unmappable-value-error.ts';
import { UnmappedOperationError } from './errors/unmapped-operation-error.ts';
import {
  bindRules,
  isJsonObject,
  mapItems,
  mapLink,
  mapPart,
  mapPresent,
  replaceProperties,
} from './generated.ts';
import type { Loss, LossContext } from './loss.ts';
import { throwOnLoss } from './loss-policy.ts';
import type { Direction, Mapping, MapValue } from './mapping.ts';
import { narrowToEnum } from './narrow-to-enum.ts';
import { lose, refuse } from './outcome.ts';
import type { CompatPlan } from './plan.ts';
import type { LossyRule, PartialRule } from './rule.ts';
import type { OperationValidators } from './validation.ts';

const refuseGreen: PartialRule<string, string> = {
  class: 'partial',
  upgrade: (tag) => (tag === 'GREEN' ? refuse('there is no green; mix it') : tag),
  downgrade: (tag) => tag,
};
const shoutTrace: LossyRule<string, string> = {
  class: 'lossy',
  upgrade: (trace) => trace.toUpperCase(),
  downgrade: (trace) => (trace === 'secret' ? lose('', 'minor') : trace),
};
const changes = bindRules({
  'Item.colour': narrowToEnum(
    { RED: true, BLUE: true, OTHER: true },
    { becomes: 'OTHER', severity: 'minor' },
  ),
  'Item.tags[]': refuseGreen,
  trace: shoutTrace,
});

/** Both directions of a function that is written once. */
function bothWays(create: (direction: Direction) => MapValue): Mapping {
  return { upgrade: create('upgrade'), downgrade: create('downgrade') };
}

const item = bothWays((direction) => (value, context) => {
  if (!isJsonObject(value)) return value;
  const colour = mapPresent('/colour', value['colour'], changes['Item.colour'][direction], context);
  const tags = mapItems('/tags', value['tags'], changes['Item.tags[]'][direction], context);
  return colour === value['colour'] && tags === value['tags']
    ? value
    : replaceProperties(value, { colour, tags });
});
const itemQuery = bothWays((direction) => (value, context) => {
  if (!isJsonObject(value)) return value;
  const colour = mapItems('/colour', value['colour'], changes['Item.colour'][direction], context);
  return colour === value['colour'] ? value : replaceProperties(value, { colour });
});
const page = bothWays(() => (value, context) => {
  if (!isJsonObject(value)) return value;
  const next = mapPresent('/next', value['next'], nextPage, context);
  return next === value['next'] ? value : replaceProperties(value, { next });
});
const nextPage: MapValue = (value, context) => {
  if (!isJsonObject(value)) return value;
  const link = mapPresent('/link', value['link'], mapLink, context);
  return link === value['link'] ? value : replaceProperties(value, { link });
};
const traced = bothWays((direction) => (value, context) => {
  if (!isJsonObject(value)) return value;
  const trace = mapPresent('/x-trace', value['x-trace'], changes.trace[direction], context);
  return trace === value['x-trace'] ? value : replaceProperties(value, { 'x-trace': trace });
});
const traceInPath = bothWays((direction) => (value, context) => {
  if (!isJsonObject(value)) return value;
  const trace = mapPart('/trace', value['trace'], changes.trace[direction], context);
  return trace === value['trace'] ? value : replaceProperties(value, { trace });
});

const plan: CompatPlan<'v1', 'v2'> = {
  versions: { old: 'v1', current: 'v2' },
  operations: {
    listItems: {
      old: { method: 'GET', path: '/v1/items/' },
      current: { method: 'GET', path: '/items/v2' },
      request: { query: itemQuery },
      responses: { 200: { body: page } },
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
    getTrace: {
      old: { method: 'GET', path: '/v1/traces/{trace}' },
      current: { method: 'GET', path: '/traces/v2/{trace}' },
      request: { path: traceInPath, headers: traced },
      responses: { '2XX': { headers: traced }, default: { body: item } },
    },
    getOwnTrace: {
      old: { method: 'GET', path: '/v1/own-trace' },
      current: { method: 'GET', path: '/traces/v2/OWN' },
    },
  },
  loneOperations: {
    old: { countItems: { method: 'POST', path: '/v1/items/count' } },
    current: { purgeItems: { method: 'PUT', path: '/items/v2/purge' } },
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
      change: 'Item.colour',
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
    change: 'Item.tags[]',
    value: 'GREEN',
    direction: 'upgrade',
    message:
      'createItem request body /tags/1: cannot upgrade "GREEN" (Item.tags[]): ' +
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

test.each(['/v1/items/count', '/v1/items/count/', '/v1/items/%63ount'])(
  'the operation %s, which the served version has alone, is refused by its name',
  async (path) => {
    const call = serveOld()(`${origin}${path}?hapikey=secret`, { method: 'POST', body: '{}' });

    await expect(call).rejects.toThrow(UnmappedOperationError);
    await expect(call).rejects.toMatchObject({
      operationId: 'countItems',
      version: 'v1',
      message:
        `POST ${path}: this is countItems of v1, and no operation of v2 would answer it as that; ` +
        'send it to v1 itself. Nothing was sent.',
    });
    expect(received).toEqual([]);
  },
);

test.each([
  ['that it has alone', '/v1/items/purge', 'POST', 'replaceItem'],
  ['that it has alone, encoded', '/v1/items/p%75rge', 'POST', 'replaceItem'],
  ['that the served version has elsewhere', '/v1/traces/own', 'GET', 'getTrace'],
])(
  'what would reach another operation of the upstream, %s, is refused',
  async (_title, path, method, operationId) => {
    const call = serveOld()(`${origin}${path}`, { method });

    await expect(call).rejects.toMatchObject({ name: 'UnmappedOperationError', operationId });
    expect(received).toEqual([]);
  },
);

test('an operation that the upstream version has alone is not served', async () => {
  const call = serveOld()(`${origin}/items/v2/purge`, { method: 'PUT' });

  await expect(call).rejects.toMatchObject({
    name: 'UnmappedOperationError',
    operationId: undefined,
  });
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

test('aborting ends the connection, whatever garbage has been collected meanwhile', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let closed: Promise<unknown> | undefined;
  answer = (response) => {
    closed = once(response, 'close');
    response.writeHead(200, { 'content-type': 'application/json' }).write('{');
  };
  const controller = new AbortController();
  const { signal } = controller;
  const reading = serveOld()(`${origin}/v1/items/`, { signal }).then((response) => response.text());
  const rejected = expect(reading).rejects.toThrow();
  await vi.waitFor(() => expect(closed).toBeDefined());
  // The request is out of reach once its headers are answered, which takes a few turns.
  for (let turn = 0; turn < 20; turn += 1) {
    await setImmediate();
    collect();
  }
  controller.abort();
  await rejected;
  await closed;
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

test('all that is refused in a part is told at once', async () => {
  const call = serveOld()(`${origin}/v1/items/`, {
    method: 'POST',
    body: '{"colour":"PINK","tags":["GREEN","a","GREEN"]}',
  });

  await expect(call).rejects.toMatchObject({
    pointer: '/tags/0',
    refusals: [{ pointer: '/tags/0' }, { pointer: '/tags/2', change: 'Item.tags[]' }],
    message: expect.stringContaining('Also refused: /tags/2.'),
  });
});

test('no loss is told of what is refused', async () => {
  const losses: Loss[] = [];

  const call = serveOld((loss) => losses.push(loss))(`${origin}/v1/items/`, {
    method: 'POST',
    body: '{"colour":"PINK","tags":["GREEN"]}',
  });

  await expect(call).rejects.toThrow(UnmappableValueError);
  expect(losses).toEqual([]);
});

test('path parameters and request headers are mapped', async () => {
  await serveOld()(`${origin}/v1/traces/a%2Fb`, {
    headers: { 'X-Trace': 'abc', 'x-other': 'abc' },
  });

  expect(received).toMatchObject([
    { url: '/traces/v2/A%2FB', headers: { 'x-trace': 'ABC', 'x-other': 'abc' } },
  ]);
});

test('a path parameter that does not change keeps its encoding', async () => {
  await serveOld()(`${origin}/v1/traces/%41%2C,`);

  expect(received).toMatchObject([{ url: '/traces/v2/%41%2C,' }]);
});

test('response headers are mapped, by the range of the status', async () => {
  const contexts: LossContext[] = [];
  answer = (response) =>
    response.writeHead(204, { 'x-trace': 'secret', 'set-cookie': ['a=1', 'b=2'] }).end();
  const fetch = serveOld((_loss, context) => contexts.push(context));

  const response = await fetch(`${origin}/v1/traces/A`);

  expect(response.headers.get('x-trace')).toBe('');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(contexts).toEqual([
    { operationId: 'getTrace', direction: 'downgrade', part: 'response headers' },
  ]);
});

test('a status without a description of its own has the default one', async () => {
  answerJson(404, '{"colour":"RED","tags":["GREEN"]}');
  const fetch = createCompatFetch(plan, { serve: 'v2', upstream: 'v1' });

  await expect(fetch(`${origin}/traces/v2/A`)).rejects.toMatchObject({ pointer: '/tags/0' });
});

/** Accepts objects whose colour is one of these, as any validator library would say it. */
function validatorOf(...colours: string[]): OperationValidators {
  const body = {
    '~standard': {
      validate: (value: unknown) =>
        isJsonObject(value) && colours.includes(String(value['colour']))
          ? { value }
          : { issues: [{ message: 'no such colour', path: ['colour', { key: 'a/b' }] }] },
    },
  };
  return { createItem: { requestBody: body, responses: { '2XX': body } } };
}

function serveValidated(
  validate: NonNullable<CompatFetchOptions<'v1', 'v2'>['validate']>,
): typeof globalThis.fetch {
  return createCompatFetch(plan, { serve: 'v1', upstream: 'v2', onLoss: () => {}, validate });
}

const post = (body: string): RequestInit => ({ method: 'POST', body });

test('a request that is not valid in its own version is refused, and it is the caller who is told', async () => {
  const fetch = serveValidated({ v1: validatorOf('RED'), v2: validatorOf('RED') });

  const call = fetch(`${origin}/v1/items/`, post('{"colour":"PINK"}'));

  await expect(call).rejects.toThrow(InvalidRequestError);
  await expect(call).rejects.toMatchObject({
    operationId: 'createItem',
    version: 'v1',
    issues: [{ pointer: '/colour/a~1b', message: 'no such colour' }],
    message:
      'createItem request body: your request is not valid v1: /colour/a~1b: no such colour; ' +
      'correct it. Nothing was sent.',
  });
  expect(received).toEqual([]);
});

test('a missing body is validated too', async () => {
  const fetch = serveValidated({ v1: validatorOf('RED'), v2: validatorOf('RED') });

  const call = fetch(`${origin}/v1/items/`, { method: 'POST' });

  await expect(call).rejects.toThrow(InvalidRequestError);
});

test('the URL is validated too, before and after it is mapped', async () => {
  const validatorOfColours = (...colours: string[]): OperationValidators => ({
    listItems: {
      parameters: {
        '~standard': {
          validate: (value) => {
            const { query } = value as { query: { colour: unknown } };
            const isKnown = [query.colour].flat().every((each) => colours.includes(String(each)));
            return isKnown
              ? { value }
              : { issues: [{ message: 'unknown', path: ['query', 'colour'] }] };
          },
        },
      },
    },
  });
  const list = (v1: OperationValidators, v2: OperationValidators) =>
    serveValidated({ v1, v2 })(`${origin}/v1/items/?colour=PINK`);

  await list(validatorOfColours('PINK'), validatorOfColours('OTHER'));
  await expect(list(validatorOfColours('RED'), validatorOfColours('OTHER'))).rejects.toMatchObject({
    name: 'InvalidRequestError',
    part: 'parameters',
    issues: [{ pointer: '/query/colour', message: 'unknown' }],
  });
  await expect(list(validatorOfColours('PINK'), validatorOfColours('RED'))).rejects.toMatchObject({
    name: 'InvalidMappingError',
    part: 'parameters',
    version: 'v2',
  });

  expect(received).toHaveLength(1);
});

test('a request that mapping has made invalid is our bug, and is not sent', async () => {
  const fetch = serveValidated({ v1: validatorOf('PINK'), v2: validatorOf('RED') });

  const call = fetch(`${origin}/v1/items/`, post('{"colour":"PINK"}'));

  await expect(call).rejects.toThrow(InvalidMappingError);
  await expect(call).rejects.toMatchObject({ part: 'request body', version: 'v2' });
  expect(received).toEqual([]);
});

test('an answer that is not valid in its own version is told from one that mapping has made invalid', async () => {
  answerJson(201, '{"colour":"BLUE"}');
  const serve = (v1: OperationValidators, v2: OperationValidators) =>
    serveValidated({ v1, v2 })(`${origin}/v1/items/`, post('{"colour":"RED"}'));

  await expect(serve(validatorOf('RED'), validatorOf('RED'))).rejects.toThrow(InvalidResponseError);
  await expect(serve(validatorOf('RED'), validatorOf('RED', 'BLUE'))).rejects.toMatchObject({
    name: 'InvalidMappingError',
    part: 'response body',
    message: expect.stringContaining('The upstream has already answered'),
  });
});

test('what is valid on both sides goes through, with large integers as validators know them', async () => {
  answerJson(201, '{"colour":"RED","id":9007199254740993}');
  const fetch = serveValidated({ v1: validatorOf('RED'), v2: validatorOf('RED') });

  const response = await fetch(
    `${origin}/v1/items/`,
    post('{"colour":"RED","id":9007199254740993}'),
  );

  expect(received[0]?.body).toBe('{"colour":"RED","id":9007199254740993}');
  expect(await response.text()).toBe('{"colour":"RED","id":9007199254740993}');
});
