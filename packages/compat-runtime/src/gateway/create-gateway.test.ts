import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CompatConfigurationError } from '../errors/compat-configuration-error.ts';
import { isJsonObject } from '../is-json-object.ts';
import { throwOnLoss } from '../loss-policy.ts';
import { mapPresent } from '../map-parts.ts';
import type { Mapping, MapValue } from '../mapping.ts';
import { lose, refuse } from '../outcome.ts';
import type { CompatPlan } from '../plan.ts';
import { createGateway } from './create-gateway.ts';
import type { Gateway, GatewayOptions } from './create-gateway.ts';
import type { GatewayLogEntry } from './log-entry.ts';

/** `colour` and `size` became enums: one with a fallback, the other without. */
const upgradeColour: MapValue = (colour, { findings }) => {
  if (colour === 'RED') return colour;
  const outcome = lose('OTHER', 'minor');
  findings.push({ pointer: '', change: 'Item.colour', was: colour, outcome });
  return 'OTHER';
};
const upgradeSize: MapValue = (size, { findings }) => {
  const outcome = refuse('only LARGE is known; use that');
  findings.push({ pointer: '', change: 'Item.size', was: size, outcome });
  return size;
};
const upgradeItem: MapValue = (item, context) => {
  if (!isJsonObject(item)) return item;
  mapPresent('/size', item['size'], upgradeSize, context);
  const colour = mapPresent('/colour', item['colour'], upgradeColour, context);
  return colour === item['colour'] ? item : { ...item, colour };
};
const item: Mapping = { upgrade: upgradeItem, downgrade: (item) => item };

const plan: CompatPlan<'v1', 'v2'> = {
  versions: { old: 'v1', current: 'v2' },
  operations: {
    createItem: {
      old: { method: 'POST', path: '/v1/items/' },
      current: { method: 'POST', path: '/items/v2' },
      request: { body: item },
      responses: { 201: { body: item } },
    },
    getItem: {
      old: { method: 'GET', path: '/v1/items/{itemId}' },
      current: { method: 'GET', path: '/items/v2/{itemId}' },
    },
    putFile: {
      old: { method: 'PUT', path: '/v1/items/{itemId}/file' },
      current: { method: 'PUT', path: '/items/v2/{itemId}/file' },
    },
    // Of the kind that only a careless plan has: two parameters can come to a dot segment.
    joinItems: {
      old: { method: 'GET', path: '/v1/join/{a}/{b}' },
      current: { method: 'GET', path: '/join/v2/{a}{b}' },
    },
  },
  loneOperations: {
    old: { findItems: { method: 'GET', path: '/v1/items/find' } },
    current: { searchItems: { method: 'GET', path: '/items/v2/search' } },
  },
};

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let received: Received[];
let answer: (response: ServerResponse) => unknown;
let upstreamUrl: string;
let entries: GatewayLogEntry[];

const upstream = createServer(async (request, response) => {
  const { method, url, headers } = request;
  const chunks: Buffer[] = await request.toArray().catch(() => []);
  received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
  answer(response);
});

beforeEach(async () => {
  received = [];
  entries = [];
  answer = (response) => response.writeHead(204).end();
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  upstreamUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/base`;
});

afterEach(async () => {
  upstream.closeAllConnections();
  upstream.close();
  await once(upstream, 'close');
});

type MoreOptions = Partial<GatewayOptions<'v1', 'v2'>>;

function serveOld(options: MoreOptions = {}): Gateway {
  const log = (entry: GatewayLogEntry): void => void entries.push(entry);
  return createGateway(plan, { upstreamUrl, log, ...options, serve: 'v1', upstream: 'v2' });
}

function serveCurrent(options: MoreOptions = {}): Gateway {
  const log = (entry: GatewayLogEntry): void => void entries.push(entry);
  return createGateway(plan, { upstreamUrl, log, ...options, serve: 'v2', upstream: 'v1' });
}

function answerJson(body: string, status = 201, headers: Record<string, string> = {}): void {
  answer = (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

function request(path: string, init?: RequestInit): Request {
  return new Request(`http://gateway.example${path}`, init);
}

function post(body: BodyInit, init: RequestInit = {}): Request {
  return request('/v1/items/', { method: 'POST', body, duplex: 'half', ...init } as RequestInit);
}

/** A body of unknown length. */
function streamOf(...chunks: string[]): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
}

async function problemIn(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as Record<string, unknown>;
}

test('a request is mapped, sent to the upstream, and its answer mapped back', async () => {
  answerJson('{"colour":"RED","id":9007199254740993}');

  const response = await serveOld()(post('{"colour":"PINK","id":9007199254740993}'));

  expect(received).toMatchObject([
    {
      method: 'POST',
      url: '/base/items/v2',
      headers: { host: new URL(upstreamUrl).host },
      body: '{"colour":"OTHER","id":9007199254740993}',
    },
  ]);
  expect(response.status).toBe(201);
  expect(await response.text()).toBe('{"colour":"RED","id":9007199254740993}');
});

test('losses are listed in a header, without values', async () => {
  answerJson('{"colour":"RED"}');
  const response = await serveOld()(post('{"colour":"secret"}'));

  expect(response.headers.get('x-apipin-losses')).toBe(
    'Item.colour;pointer="/colour";part=request-body;severity=minor',
  );
});

test('an exchange without losses has no such header, whatever others lose meanwhile', async () => {
  answer = async (response) => {
    await sleep(Math.random() * 10);
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"colour":"RED"}');
  };
  const gateway = serveOld();
  const colours = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? 'PINK' : 'RED'));

  const responses = await Promise.all(
    colours.map((colour) => gateway(post(JSON.stringify({ colour })))),
  );

  expect(responses.map(({ headers }) => headers.has('x-apipin-losses'))).toEqual(
    colours.map((colour) => colour === 'PINK'),
  );
});

test('losses are also told to onLoss', async () => {
  const losses: unknown[] = [];
  await serveOld({ onLoss: (loss, context) => losses.push([loss.was, context.part]) })(
    post('{"colour":"PINK"}'),
  );

  expect(losses).toEqual([['PINK', 'request body']]);
});

test('losses can be refused, before anything is sent', async () => {
  const response = await serveOld({ onLoss: throwOnLoss })(post('{"colour":"secret"}'));

  expect(response.status).toBe(422);
  expect(await problemIn(response)).toMatchObject({
    type: expect.stringMatching(/#refused-loss$/),
    pointer: '/colour',
    change: 'Item.colour',
    severity: 'minor',
    part: 'request body',
  });
  expect(received).toEqual([]);
});

test('a value of a request that cannot be mapped is 422, and is not repeated', async () => {
  const response = await serveOld()(post('{"size":"secret"}'));

  expect(response.status).toBe(422);
  const problem = await problemIn(response);
  expect(problem).toMatchObject({
    status: 422,
    title: 'Unmappable value',
    detail: expect.stringMatching(/only LARGE is known.*Nothing was sent\.$/),
    pointer: '/size',
    change: 'Item.size',
    reason: expect.stringContaining('LARGE'),
    instance: `urn:uuid:${entries[0]?.requestId}`,
  });
  expect(JSON.stringify(problem)).not.toContain('secret');
  expect(received).toEqual([]);
});

test('a value of a response that cannot be mapped is 502', async () => {
  answerJson('{"size":"secret"}');

  const response = await serveCurrent()(request('/items/v2', { method: 'POST', body: '{}' }));

  expect(response.status).toBe(502);
  const problem = await problemIn(response);
  expect(problem).toMatchObject({ part: 'response body', pointer: '/size' });
  expect(problem['detail']).toContain('do not repeat the call blindly');
  expect(JSON.stringify(problem)).not.toContain('secret');
});

test.each([
  ['an unknown path', request('/v1/secret?hapikey=secret')],
  ['another method', request('/v1/items/', { method: 'DELETE' })],
  ['the path of the upstream version', request('/items/v2/secret')],
  ['a path that would make a Location lead elsewhere', request('//evil.example/v1/items/1')],
])('%s is 404', async (_title, unknown) => {
  const response = await serveOld()(unknown);

  expect(response.status).toBe(404);
  expect(JSON.stringify(await problemIn(response))).not.toContain('secret');
  expect(received).toEqual([]);
});

test.each([
  ['that the served version has alone', '/v1/items/find', 'findItems'],
  ['that would reach another one of the upstream', '/v1/items/search', 'getItem'],
])('an operation %s is 404, by its name', async (_title, path, operationId) => {
  const response = await serveOld()(request(`${path}?hapikey=secret`));

  expect(response.status).toBe(404);
  const problem = await problemIn(response);
  expect(problem).toMatchObject({
    title: 'Unmapped operation',
    detail: `No operation of v2 would answer this as ${operationId} of v1. Nothing was sent.`,
  });
  expect(JSON.stringify(problem)).not.toContain('secret');
  expect(received).toEqual([]);
  expect(entries).toMatchObject([{ operationId, status: 404, problem: 'unmapped-operation' }]);
});

test('a body that has to be mapped and is not JSON is 400', async () => {
  const response = await serveOld()(post('{"colour":secret'));

  expect(response.status).toBe(400);
  expect(JSON.stringify(await problemIn(response))).not.toContain('secret');
});

test('a failure of a callback is 500, and not told', async () => {
  const gateway = serveOld({
    onLoss: () => {
      throw new TypeError('secret');
    },
  });

  const response = await gateway(post('{"colour":"PINK"}'));

  expect(response.status).toBe(500);
  expect(JSON.stringify(await problemIn(response))).not.toContain('secret');
  expect(entries).toMatchObject([{ problem: 'internal-error', cause: 'TypeError' }]);
});

test.each([
  ['of known length', () => post('x'.repeat(101), { headers: { 'content-length': '101' } })],
  ['of unknown length', () => post(streamOf('x'.repeat(60), 'x'.repeat(60)))],
  [
    'that needs no mapping',
    () =>
      request('/v1/items/1/file', {
        method: 'PUT',
        body: streamOf('x'.repeat(60), 'x'.repeat(60)),
        headers: { 'content-length': '60' },
        duplex: 'half',
      } as RequestInit),
  ],
])('a request body %s that is too large is 413', async (_title, large) => {
  const response = await serveOld({ maxBodyBytes: 100 })(large());

  expect(response.status).toBe(413);
  expect(await problemIn(response)).toMatchObject({ title: 'Request too large' });
  expect(received.filter(({ body }) => body.length > 100)).toEqual([]);
});

test('no more of a body is read than is needed to see that it is too large', async () => {
  let chunks = 0;
  const endless = new ReadableStream(
    { pull: (controller) => controller.enqueue(new Uint8Array(40).fill((chunks += 1))) },
    { highWaterMark: 0 },
  );

  const response = await serveOld({ maxBodyBytes: 100 })(post(endless));

  expect(response.status).toBe(413);
  expect(chunks).toBeLessThan(6);
});

test('a request body of the largest size is taken', async () => {
  const body = `"${'x'.repeat(98)}"`;

  expect((await serveOld({ maxBodyBytes: 100 })(post(streamOf(body)))).status).toBe(204);
  expect(received[0]?.body).toBe(body);
});

test('a response that has to be mapped and is too large is 502, also when compressed', async () => {
  answer = (response) =>
    response
      .writeHead(201, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(gzipSync(`"${'x'.repeat(10_000)}"`));

  const response = await serveOld({ maxBodyBytes: 1000 })(post('{}'));

  expect(response.status).toBe(502);
  expect(await problemIn(response)).toMatchObject({ title: 'Response too large' });
});

test('a response that needs no mapping is passed on, whatever its size', async () => {
  answerJson(`"${'x'.repeat(10_000)}"`, 200);

  const response = await serveOld({ maxBodyBytes: 1000 })(request('/v1/items/1'));

  expect(await response.text()).toHaveLength(10_002);
});

test('a response that needs no mapping is streamed', async () => {
  answer = (response) => response.write('first');

  const response = await serveOld()(request('/v1/items/1'));
  const reader = response.body!.getReader();

  expect(new TextDecoder().decode((await reader.read()).value)).toBe('first');
  expect(entries).toEqual([]);
  await reader.cancel();
  expect(entries).toMatchObject([{ status: 200 }]);
});

test('an upstream that cannot be reached is 502', async () => {
  const gateway = serveOld({ upstreamUrl: 'http://127.0.0.1:1' });

  const response = await gateway(post('{}', { headers: { authorization: 'Bearer secret' } }));

  expect(response.status).toBe(502);
  expect(await problemIn(response)).toMatchObject({ title: 'Upstream unreachable' });
  expect(entries).toMatchObject([{ problem: 'upstream-unreachable', status: 502 }]);
});

test('an upstream that breaks off is 502', async () => {
  answer = (response) => {
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{', () => response.destroy());
  };

  const response = await serveOld()(post('{}'));

  expect(response.status).toBe(502);
  expect((await problemIn(response))['detail']).toContain('do not repeat');
});

test('an upstream that does not begin to answer in time is 504', async () => {
  answer = () => {};

  const response = await serveOld({ timeouts: { headers: 30, exchange: 10_000 } })(post('{}'));

  expect(response.status).toBe(504);
  expect(await problemIn(response)).toMatchObject({ title: 'Upstream timeout' });
});

test('an upstream that does not end its answer in time is 504', async () => {
  answer = (response) => response.writeHead(201, { 'content-type': 'application/json' }).write('{');

  const response = await serveOld({ timeouts: { headers: 10_000, exchange: 50 } })(post('{}'));

  expect(response.status).toBe(504);
});

test('a streamed answer that does not end in time is broken off', async () => {
  answer = (response) => response.write('first');

  const response = await serveOld({ timeouts: { headers: 10_000, exchange: 50 } })(
    request('/v1/items/1'),
  );

  await expect(response.text()).rejects.toThrow();
  expect(entries).toMatchObject([{ status: 200, problem: 'upstream-timeout' }]);
});

test('a request that does not arrive in time is 408', async () => {
  const stalled = new ReadableStream();

  const response = await serveOld({ timeouts: { headers: 10_000, exchange: 50 } })(post(stalled));

  expect(response.status).toBe(408);
  expect(received).toEqual([]);
});

test('a client that goes away takes the upstream request with it', async () => {
  const controller = new AbortController();
  const closed = new Promise((resolve) => {
    answer = (response) => {
      response.once('close', resolve);
      controller.abort();
    };
  });

  const response = await serveOld()(post('{}', { signal: controller.signal }));
  await closed;

  expect(response.status).toBe(499);
  expect(entries).toMatchObject([{ status: 499, problem: 'client-closed-request' }]);
});

test('headers of one connection are not sent on, either way', async () => {
  answer = (response) =>
    response
      .writeHead(200, {
        connection: 'keep-alive, x-private',
        'keep-alive': 'timeout=7',
        'x-private': '1',
        'proxy-authenticate': 'Basic',
        'alt-svc': 'h3=":443"',
        'x-public': '1',
        'set-cookie': ['a=1', 'b=2'],
      })
      .end();
  // A fetch handler is given whatever its server received, also what `Headers` of a client refuse.
  const response = await serveOld()(
    request('/v1/items/1', {
      headers: {
        connection: 'close, X-Secret-Hop',
        'x-secret-hop': '1',
        'keep-alive': 'timeout=5',
        'proxy-connection': 'keep-alive',
        'proxy-authorization': 'Basic secret',
        te: 'trailers',
        trailer: 'x',
        upgrade: 'websocket',
        expect: '100-continue',
        host: 'evil.example',
        authorization: 'Bearer token',
        'x-forwarded-for': '192.0.2.1',
        via: '1.0 other',
      },
    }),
  );

  expect(Object.keys(received[0]?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'authorization',
    'connection',
    'host',
    'sec-fetch-mode',
    'user-agent',
    'via',
    'x-forwarded-for',
  ]);
  expect(received[0]?.headers).toMatchObject({
    authorization: 'Bearer token',
    connection: 'keep-alive',
    host: new URL(upstreamUrl).host,
    via: '1.0 other, 1.1 apipin',
  });
  for (const name of ['connection', 'keep-alive', 'x-private', 'proxy-authenticate', 'alt-svc'])
    expect(response.headers.has(name), name).toBe(false);
  expect(response.headers.get('x-public')).toBe('1');
  expect(response.headers.get('via')).toBe('1.1 apipin');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('a compressed answer is passed on as what it says it is', async () => {
  answer = (response) =>
    response
      .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' })
      .end(gzipSync('plain'));

  const response = await serveOld()(
    request('/v1/items/1', { headers: { 'accept-encoding': 'zstd' } }),
  );

  expect(received[0]?.headers['accept-encoding']).toBe('gzip');
  expect(response.headers.has('content-encoding')).toBe(false);
  expect(await response.text()).toBe('plain');
});

test('a redirect is passed on and not followed', async () => {
  answer = (response) =>
    response.writeHead(302, { location: 'https://elsewhere.example/items' }).end();

  const response = await serveOld()(request('/v1/items/1'));

  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('https://elsewhere.example/items');
  expect(received).toHaveLength(1);
});

test('every response tells what is known of the life of the version', async () => {
  const lifecycle = {
    deprecated: new Date('2026-03-30T00:00:00Z'),
    sunset: new Date('2027-09-01T00:00:00Z'),
    link: 'https://example.com/moving',
  };
  answerJson('{}', 200, { link: '<https://example.com/next>; rel="next"' });
  const gateway = serveOld({ lifecycle });

  for (const path of ['/v1/items/1', '/v1/unknown']) {
    const { headers } = await gateway(request(path));
    expect(headers.get('deprecation')).toBe('@1774828800');
    expect(headers.get('sunset')).toBe('Wed, 01 Sep 2027 00:00:00 GMT');
    expect(headers.get('link')).toContain('<https://example.com/moving>; rel="deprecation"');
  }
  const { headers } = await gateway(request('/v1/items/1'));
  expect(headers.get('link')).toContain('rel="next", <');
});

test('the log has one entry for each exchange, and no secret', async () => {
  answerJson('{"colour":"RED"}');
  const gateway = serveOld();
  const secrets = { headers: { authorization: 'Bearer secret-1' } };

  await gateway(post('{"colour":"secret-2"}', secrets));
  await (await gateway(request('/v1/items/secret-3?hapikey=secret-4', secrets))).text();
  await gateway(request('/v1/secret-5', secrets));
  await gateway(post('{"size":"secret-6"}', secrets));

  expect(entries).toMatchObject([
    { method: 'POST', operationId: 'createItem', path: '/v1/items/', status: 201, losses: 1 },
    { method: 'GET', operationId: 'getItem', path: '/v1/items/{itemId}', status: 201, losses: 0 },
    { method: 'GET', operationId: undefined, path: undefined, status: 404 },
    { method: 'POST', status: 422, problem: 'unmappable-value', cause: 'UnmappableValueError' },
  ]);
  expect(JSON.stringify(entries)).not.toContain('secret');
  expect(new Set(entries.map(({ requestId }) => requestId)).size).toBe(4);
});

test('a log that fails is nothing to the client', async () => {
  const log = (): never => {
    throw new Error('disk full');
  };

  expect((await serveOld({ log })(request('/v1/items/1'))).status).toBe(204);
});

test('parameters that come to a dot segment are refused', async () => {
  const response = await serveOld()(request('/v1/join/.;/a'));

  expect(response.status).toBe(400);
  expect(await problemIn(response)).toMatchObject({ title: 'Ambiguous path' });
  expect(received).toEqual([]);
});

test('whatever a request is for, nothing but the upstream is asked, and below its base', async () => {
  const asked: string[] = [];
  let count = 0;
  const gateway = serveOld({
    upstreamUrl: 'https://api.example/base',
    fetch: async (input) => {
      asked.push(String(input));
      return new Response();
    },
  });
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('/v1/items/', '/v1/join/', 'a', '/file', '1') },
    fc.constantFrom(
      '/',
      '//',
      '..',
      '.',
      '%2e',
      '%2F',
      '%5c',
      '\\',
      ';',
      '%3b',
      '@',
      ':',
      '#',
      '?',
    ),
    fc.constantFrom('evil.example', 'http://evil.example', '%00', '%0d%0a', '%', '{itemId}', '$&'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const host = fc.constantFrom('gateway.example', 'evil.example', 'a@evil.example', '[::1]:1');
  const path = fc.array(piece, { minLength: 1, maxLength: 8 });
  const method = fc.constantFrom('GET', 'PUT', 'POST');

  await fc.assert(
    fc.asyncProperty(host, path, method, async (host, pieces, method) => {
      asked.length = 0;
      const url = URL.parse(`http://${host}/${pieces.join('')}`);
      fc.pre(url !== null);
      url.username = url.password = '';
      const body = method === 'GET' ? null : '{}';

      const response = await gateway(new Request(url, { method, body }));

      expect([200, 400, 404]).toContain(response.status);
      for (const target of asked) {
        count += 1;
        const { origin, pathname } = new URL(target);
        expect(origin).toBe('https://api.example');
        const decoded = pathname.replaceAll(/%2f|%5c/gi, '/').replaceAll(/%2e/gi, '.');
        expect(new URL(decoded, origin).pathname).toMatch(/^\/base\/(?:items|join)\/v2(?:\/|$)/);
      }
    }),
    { numRuns: 1000 },
  );
  expect(count).toBeGreaterThan(20);
});

test.each([
  ['an upstream in the clear', { upstreamUrl: 'http://api.example' }],
  ['a lifecycle that ends before it begins', { lifecycle: { sunset: new Date(Number.NaN) } }],
])('%s is refused', (_title, options) => {
  expect(() => serveOld(options)).toThrow(CompatConfigurationError);
});
