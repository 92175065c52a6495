import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createShadowFetch } from './create-shadow-fetch.ts';
import type { ShadowFetch, ShadowFetchOptions } from './create-shadow-fetch.ts';
import type { Disagreement } from './disagreement.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

let answers: { primary: Answer; shadow: Answer };
let received: string[];
let disagreements: Disagreement[];
let origin: string;

/** One server for both: the first segment of the path tells who is asked. */
const server = createServer((request, response) => {
  const { method, url = '' } = request;
  received.push(`${method} ${url}`);
  answers[url.startsWith('/primary') ? 'primary' : 'shadow'](response, request);
});

beforeEach(async () => {
  received = [];
  disagreements = [];
  answers = { primary: json('{}'), shadow: json('{}') };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function json(body: string, status = 200): Answer {
  return (response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

function shadowing(options: Partial<ShadowFetchOptions> = {}): ShadowFetch {
  return createShadowFetch({
    primary: fetch,
    shadow: (input, init) => {
      const request = new Request(input, init);
      return fetch(new Request(request.url.replace('/primary', '/shadow'), request));
    },
    onDisagreement: (disagreement) => void disagreements.push(disagreement),
    ...options,
  });
}

async function read(shadowFetch: ShadowFetch, init?: RequestInit): Promise<string> {
  const response = await shadowFetch(`${origin}/primary/1?hapikey=secret`, init);
  const text = await response.text();
  await shadowFetch.idle();
  return text;
}

test('the primary answers, and agreement is silent', async () => {
  answers.primary = json('{"id":1,"name":"a"}');
  answers.shadow = json(' {"name": "a", "id": 1}');
  const shadowFetch = shadowing();

  expect(await read(shadowFetch)).toBe('{"id":1,"name":"a"}');
  expect(received.toSorted()).toEqual([
    'GET /primary/1?hapikey=secret',
    'GET /shadow/1?hapikey=secret',
  ]);
  expect(disagreements).toEqual([]);
  expect(shadowFetch.counts).toEqual({ compared: 1, dropped: 0, abandoned: 0 });
});

test('disagreements tell where and how, and neither values nor the URL', async () => {
  answers.primary = json('{"id":9007199254740993,"name":"secret-1","tags":["a"]}');
  answers.shadow = json('{"id":9007199254740992,"name":7,"tags":["a","secret-2"]}');

  await read(shadowing({ nameOf: () => 'getItem' }));

  expect(disagreements).toEqual([
    {
      method: 'GET',
      name: 'getItem',
      differences: [
        { kind: 'value', pointer: '/id' },
        { kind: 'type', pointer: '/name' },
        { kind: 'extra', pointer: '/tags/1' },
      ],
      isTruncated: false,
    },
  ]);
});

test('values are told where they are asked for, exactly and cut', async () => {
  answers.primary = json(`{"id":9007199254740993,"text":"${'x'.repeat(1000)}"}`);
  answers.shadow = json('{"id":9007199254740992}');

  await read(shadowing({ includeValues: true }));

  expect(disagreements[0]?.differences).toEqual([
    {
      kind: 'value',
      pointer: '/id',
      values: { primary: '9007199254740993', shadow: '9007199254740992' },
    },
    {
      kind: 'missing',
      pointer: '/text',
      values: { primary: `"${'x'.repeat(199)}…`, shadow: undefined },
    },
  ]);
});

test.each([
  [
    'the status',
    json('{"a":1}', 200),
    json('{"a":2}', 404),
    { kind: 'status', primary: 200, shadow: 404 },
  ],
  ['what is no JSON', json('a'), json('b'), { kind: 'body' }],
  ['JSON and an empty body', json('{}'), json(''), { kind: 'body' }],
  ['a body that is too large', json('{}'), json(`"${'x'.repeat(2 ** 20)}"`), { kind: 'body' }],
] as const)('compares %s', async (_title, primary, shadow, want) => {
  answers = { primary, shadow };

  await read(shadowing());

  expect(disagreements[0]?.differences).toEqual([want]);
});

test('what is ignored may differ', async () => {
  answers = { primary: json('{"at":1,"id":1}'), shadow: json('{"at":2,"id":1}') };

  await read(shadowing({ ignore: ['/at'] }));

  expect(disagreements).toEqual([]);
});

test('there are no more differences than asked for', async () => {
  answers = { primary: json('[1,2,3,4]'), shadow: json('[]') };

  await read(shadowing({ maxDifferences: 2 }));

  expect(disagreements).toMatchObject([{ differences: { length: 2 }, isTruncated: true }]);
});

test('HEAD is compared by its status', async () => {
  answers.shadow = json('', 410);

  await read(shadowing(), { method: 'HEAD' });

  expect(disagreements).toMatchObject([{ method: 'HEAD', differences: [{ kind: 'status' }] }]);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s goes to the primary alone', async (method) => {
  await read(shadowing(), { method, body: '{}' });

  expect(received).toEqual([`${method} /primary/1?hapikey=secret`]);
});

test('a write in a Request goes to the primary alone, with its body', async () => {
  answers.primary = (response, request) => request.pipe(response);
  const request = new Request(`${origin}/primary/1`, { method: 'POST', body: '{"a":1}' });

  expect(await (await shadowing()(request)).text()).toBe('{"a":1}');
  expect(received).toEqual(['POST /primary/1']);
});

test('a slow shadow does not hold up the caller', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  answers.shadow = async (response) => {
    await released;
    response.end('{"late":true}');
  };
  const shadowFetch = shadowing();

  const response = await shadowFetch(`${origin}/primary/1`);
  expect(await response.json()).toEqual({});
  expect(disagreements).toEqual([]);
  release();
  await shadowFetch.idle();

  expect(disagreements).toMatchObject([{ differences: [{ kind: 'extra', pointer: '/late' }] }]);
});

test('the caller has each part of a body as it comes, and sets the pace', async () => {
  let written = 0;
  const body = new ReadableStream<Uint8Array>(
    { pull: (controller) => controller.enqueue(new Uint8Array([(written += 1)])) },
    { highWaterMark: 0 },
  );
  const shadowFetch = shadowing({ primary: async () => new Response(body) });

  const response = await shadowFetch(`${origin}/primary/1`);
  await sleep(20);
  expect(written).toBe(0);
  const reader = response.body!.getReader();
  expect((await reader.read()).value).toEqual(new Uint8Array([1]));
  await sleep(20);
  expect(written).toBe(1);
  await reader.cancel();
  await shadowFetch.idle();

  expect(shadowFetch.counts).toMatchObject({ abandoned: 1 });
});

test('a reader that writes over what it was given does not change what is compared', async () => {
  answers = { primary: json('{"a":1}'), shadow: json('{"a":1}') };
  const shadowFetch = shadowing();

  const response = await shadowFetch(`${origin}/primary/1`);
  for await (const chunk of response.body!) chunk.fill(0);
  await shadowFetch.idle();

  expect(shadowFetch.counts).toMatchObject({ compared: 1 });
  expect(disagreements).toEqual([]);
});

test('a large body reaches the caller whole, and is not compared', async () => {
  const body = 'x'.repeat(3 * 2 ** 20);
  answers.primary = json(body);
  const shadowFetch = shadowing();

  expect(await read(shadowFetch)).toBe(body);
  expect(shadowFetch.counts).toEqual({ compared: 0, dropped: 0, abandoned: 1 });
  expect(disagreements).toEqual([]);
});

test('the response is as the primary gave it', async () => {
  answers.primary = (response) =>
    response.writeHead(418, 'Teapot', { 'x-trace': '1', 'set-cookie': ['a=1', 'b=2'] }).end('tea');

  const response = await shadowing()(`${origin}/primary/1`);

  expect(response).toMatchObject({ status: 418, statusText: 'Teapot', url: `${origin}/primary/1` });
  expect(response.headers.get('x-trace')).toBe('1');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test.each([
  ['rejects', () => Promise.reject(new TypeError('fetch failed for secret'))],
  [
    'throws',
    () => {
      throw new TypeError('no fetch for secret');
    },
  ],
])('a shadow that %s is a disagreement, and nothing to the caller', async (_title, shadow) => {
  expect(await read(shadowing({ shadow }))).toBe('{}');
  expect(disagreements).toEqual([
    {
      method: 'GET',
      name: undefined,
      differences: [{ kind: 'error', name: 'TypeError' }],
      isTruncated: false,
    },
  ]);
});

test('a shadow that breaks off is a disagreement', async () => {
  answers.shadow = (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{');
    response.destroy();
  };

  expect(await read(shadowing())).toBe('{}');
  expect(disagreements).toMatchObject([{ differences: [{ kind: 'error' }] }]);
});

test('a shadow that takes too long is given up', async () => {
  answers.shadow = () => {};

  expect(await read(shadowing({ timeout: 50 }))).toBe('{}');
  expect(disagreements).toMatchObject([{ differences: [{ kind: 'error', name: 'TimeoutError' }] }]);
});

test('a body that nobody reads does not keep a comparison open', async () => {
  answers.primary = json('{"a":1}');
  const shadowFetch = shadowing({ timeout: 50 });

  await shadowFetch(`${origin}/primary/1`);
  await shadowFetch.idle();

  expect(shadowFetch.counts).toEqual({ compared: 0, dropped: 0, abandoned: 1 });
});

test.each([
  [
    'throws',
    () => {
      throw new Error('mine');
    },
  ],
  ['rejects', () => Promise.reject(new Error('mine'))],
])('a callback that %s is nothing to the caller', async (_title, onDisagreement) => {
  answers.shadow = json('[]');

  expect(await read(shadowing({ onDisagreement }))).toBe('{}');
});

test('a primary that fails rejects, and the shadow is not waited for', async () => {
  const failure = new TypeError('fetch failed');
  let signal: AbortSignal | undefined;
  const shadowFetch = shadowing({
    primary: () => Promise.reject(failure),
    shadow: (input) => {
      ({ signal } = input as Request);
      return new Promise(() => {});
    },
  });

  await expect(shadowFetch(`${origin}/primary/1`)).rejects.toBe(failure);
  await shadowFetch.idle();

  expect(signal?.aborted).toBe(true);
  expect(disagreements).toEqual([]);
});

test('aborting ends both, and is no disagreement', async () => {
  const aborted: string[] = [];
  const hang = (name: string): Answer => {
    return (response) => response.once('close', () => aborted.push(name));
  };
  answers = { primary: hang('primary'), shadow: hang('shadow') };
  const controller = new AbortController();
  const reason = new Error('changed my mind');
  const shadowFetch = shadowing();

  const response = shadowFetch(`${origin}/primary/1`, { signal: controller.signal });
  while (received.length < 2) await sleep(5);
  controller.abort(reason);

  await expect(response).rejects.toBe(reason);
  await shadowFetch.idle();
  while (aborted.length < 2) await sleep(5);
  expect(disagreements).toEqual([]);
  expect(shadowFetch.counts).toMatchObject({ abandoned: 1 });
});

test('reads beyond what may be under way are answered, counted and not compared', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  answers.shadow = async (response) => {
    await released;
    response.end('{}');
  };
  const shadowFetch = shadowing({ maxConcurrent: 2 });

  const responses = await Promise.all(
    Array.from({ length: 5 }, () => shadowFetch(`${origin}/primary/1`)),
  );
  for (const response of responses) expect(await response.text()).toBe('{}');
  release();
  await shadowFetch.idle();

  expect(shadowFetch.counts).toEqual({ compared: 2, dropped: 3, abandoned: 0 });
  await read(shadowFetch);
  expect(shadowFetch.counts).toMatchObject({ compared: 3 });
});

test('with a sample rate of 0, nothing is compared', async () => {
  const shadowFetch = shadowing({ sampleRate: 0 });

  expect(await read(shadowFetch)).toBe('{}');
  expect(received).toEqual(['GET /primary/1?hapikey=secret']);
});
