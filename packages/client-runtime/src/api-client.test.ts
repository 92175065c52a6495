import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import {
  createClient,
  operationTable,
  recordRequests,
  rejectionOf,
  update,
} from '../test/example-api.ts';
import { createApiClient } from './api-client.ts';
import { ApiError } from './errors/api-error.ts';
import { ConnectionError } from './errors/connection-error.ts';
import type { OperationSpec } from './operation-spec.ts';
import { RequestError } from './errors/request-error.ts';
import { ResponseParseError } from './errors/response-parse-error.ts';
import { TimeoutError } from './errors/timeout-error.ts';
import { inCookie } from './request/api-keys.ts';
import { bodyAs } from './request/body-as.ts';
import { outside } from './request/outside.ts';
import { styled } from './request/styled.ts';
import { readBlob, readText } from './response/read-body.ts';
import { validateWith } from './validation/validate-with.ts';
import { ValidationError } from './errors/validation-error.ts';

const example = { baseUrl: 'https://api.example.com' };

type Call = (input?: object) => Promise<unknown>;

/** A client with one operation, `call`, and the requests that it sends. */
function createOne(spec: Partial<OperationSpec>, answer?: () => Response) {
  const { requests, fetch } = recordRequests(answer);
  const operations = { call: { method: 'POST', path: '/', ...spec } };
  const client = createApiClient<{ call: Call }>(example, operations, { fetch, attempts: 1 });
  return { requests, call: client.call };
}

test('writes an operation as the request that its table entry describes', async () => {
  const { requests, fetch } = recordRequests();
  const client = createClient({ fetch, accessToken: 'token-1' });
  await client.updateMessage(update, { headers: { 'x-trace': '1' } });
  const [request] = requests;
  expect(request?.method).toBe('PATCH');
  expect(request?.url).toBe('https://api.example.com/channels/7/messages/m%2F1');
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    authorization: 'Bearer token-1',
    'content-type': 'application/json',
    'x-trace': '1',
  });
  expect(await request?.json()).toEqual({ statusType: 'READ' });
});

test('resolves to the body, and to undefined where there is none', async () => {
  const answers = [Response.json({ total: 2 }), new Response(null, { status: 204 })];
  const client = createClient({ fetch: async () => answers.shift() ?? Response.error() });
  expect(await client.listChannels()).toEqual({ total: 2 });
  expect(await client.archiveChannel({ channelId: 1 })).toBeUndefined();
});

test('writes a query: arrays repeated, undefined left out, the slash of the path kept', async () => {
  const { requests, fetch } = recordRequests();
  await createClient({ fetch }).listChannels({ sort: ['a', 'b c'], limit: 0, after: 'x&y' });
  expect(requests[0]?.url).toBe(
    'https://api.example.com/channels/?after=x%26y&limit=0&sort=a&sort=b%20c',
  );
});

test.each(['https://proxy.example/base', 'https://proxy.example/base/'])(
  'sends to the base URL %s',
  async (baseUrl) => {
    const { requests, fetch } = recordRequests();
    await createClient({ fetch, baseUrl }).listChannels();
    expect(requests[0]?.url).toBe('https://proxy.example/base/channels/');
  },
);

test('writes header and cookie parameters', async () => {
  const { requests, call } = createOne({
    method: 'GET',
    outside: outside({
      header: [{ name: 'x-ids', write: styled('header', {}) }],
      cookie: ['a', 'b'],
    }),
  });
  await call({ 'x-ids': [1, 2], a: 'x;y', b: true });
  expect(requests[0]?.headers.get('x-ids')).toBe('1,2');
  expect(requests[0]?.headers.get('cookie')).toBe('a=x%3By; b=true');
});

test('sends a form and leaves the boundary to fetch', async () => {
  const { requests, call } = createOne({ body: bodyAs('multipart/form-data') });
  await call({ body: { note: 'hi' } });
  expect(requests[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
  expect((await requests[0]?.formData())?.get('note')).toBe('hi');
});

test('sends a stream', async () => {
  const { requests, call } = createOne({ body: bodyAs('application/octet-stream') });
  await call({ body: new Blob(['bytes']).stream() });
  expect(requests[0]?.headers.get('content-type')).toBe('application/octet-stream');
  expect(await requests[0]?.text()).toBe('bytes');
});

test('sends no content type without a body', async () => {
  const { requests, call } = createOne({ body: 'application/json' });
  await call({});
  expect(requests[0]?.headers.has('content-type')).toBe(false);
});

test('an empty body is one only where the operation may have none', async () => {
  const empty = () => new Response('');
  expect(await createOne({ optionalBody: true }, empty).call()).toBeUndefined();
  const reset = () => new Response(null, { status: 205 });
  expect(await createOne({}, reset).call()).toBeUndefined();
  expect(await rejectionOf(createOne({}, empty).call())).toBeInstanceOf(ResponseParseError);
});

test('reads text and blobs where the table says so', async () => {
  const csv = () => new Response('1,2', { headers: { 'content-type': 'text/csv' } });
  expect(await createOne({ read: readText }, csv).call()).toBe('1,2');
  const blob = (await createOne({ read: readBlob }, csv).call()) as Blob;
  expect([blob.type, await blob.text()]).toEqual(['text/csv', '1,2']);
});

test('sends an API key only with the operations that accept it, where its scheme says', async () => {
  const { requests, fetch } = recordRequests();
  const apiKeys = { developer_hapikey: 'key&1', private_apps: async () => 'key-2' };
  const client = createClient({ fetch, apiKeys });
  await client.listChannels({ limit: 1 });
  await client.updateMessage(update);
  await client.archiveChannel({ channelId: 1 });
  expect(
    requests.map(({ url, headers }) => [new URL(url).search, headers.get('private-app')]),
  ).toEqual([
    ['?limit=1&hapikey=key%261', null],
    ['', 'key-2'],
    ['', null],
  ]);
});

test('sends an API key in a cookie', async () => {
  const { requests, fetch } = recordRequests();
  const client = createApiClient<{ call: Call }>(
    example,
    {
      call: {
        method: 'GET',
        path: '/',
        outside: outside({ cookie: ['a'] }),
        apiKeys: { session: inCookie('sid') },
      },
    },
    { fetch, apiKeys: { session: 's1' } },
  );
  await client.call({ a: 1 });
  expect(requests[0]?.headers.get('cookie')).toBe('a=1; sid=s1');
});

test('asks a token provider at each call', async () => {
  const { requests, fetch } = recordRequests();
  let count = 0;
  const client = createClient({ fetch, accessToken: async () => `token-${(count += 1)}` });
  await client.listChannels();
  await client.listChannels();
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

test('rejects with what a token provider rejects with', async () => {
  const { requests, fetch } = recordRequests();
  const refused = new Error('refresh token revoked');
  const client = createClient({ fetch, accessToken: () => Promise.reject(refused) });
  expect(await rejectionOf(client.listChannels())).toBe(refused);
  expect(requests).toEqual([]);
});

test("sends the client's parameters with the operations that have them, unless given", async () => {
  const { requests, fetch } = recordRequests();
  const client = createClient({ fetch, parameters: { appId: 5 } });
  await client.listChannels();
  await client.listChannels({ appId: 6 });
  await client.archiveChannel({ channelId: 1 });
  expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?appId=5', '?appId=6', '']);
});

test('headers of a call go before those of the client, and before the token', async () => {
  const { requests, fetch } = recordRequests();
  const client = createClient({ fetch, accessToken: 'token-1', headers: { a: '1', b: '1' } });
  await client.listChannels({}, { headers: { b: '2', authorization: 'Basic eA==' } });
  const sent = Object.fromEntries(requests[0]?.headers ?? []);
  expect(sent).toEqual({ a: '1', b: '2', authorization: 'Basic eA==' });
});

test('a path parameter stays one segment, and reads back as given', async () => {
  const { requests, call } = createOne({ method: 'GET', path: '/a/{id}/b' });
  const segment = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !['.', '..'].includes(text));
  await fc.assert(
    fc.asyncProperty(segment, async (id) => {
      await call({ id });
      const segments = new URL(requests.at(-1)?.url ?? '').pathname.split('/');
      expect(segments.map(decodeURIComponent)).toEqual(['', 'a', id, 'b']);
    }),
  );
});

test.each([
  ['missing', undefined],
  ['null', null],
  ['empty', ''],
  ['a dot', '.'],
  ['two dots', '..'],
  ['no number', NaN],
  ['an empty array', []],
  ['half a character', '\ud800'],
])('sends nothing when a path parameter is %s', async (_, messageId) => {
  const { requests, fetch } = recordRequests();
  const error = await rejectionOf(
    createClient({ fetch }).updateMessage({ ...update, messageId: messageId as string }),
  );
  expect(error).toBeInstanceOf(RequestError);
  expect(error).toMatchObject({
    kind: 'request',
    in: 'path',
    parameter: 'messageId',
    message: expect.stringMatching(/^updateMessage was not sent: path parameter 'messageId': /),
  });
  expect(requests).toEqual([]);
});

test('sends nothing when a header parameter would inject a header', async () => {
  const { requests, call } = createOne({ outside: outside({ header: ['x-id'] }) });
  const error = await rejectionOf(call({ 'x-id': 'a\r\nx-admin: 1' }));
  expect(error).toMatchObject({ kind: 'request', in: 'header', parameter: 'x-id' });
  expect(requests).toEqual([]);
});

test('sends nothing when the body cannot be written', async () => {
  const { requests, call } = createOne({ body: 'application/json' });
  const body: Record<string, unknown> = {};
  body['body'] = body;
  const error = await rejectionOf(call({ body }));
  expect(error).toMatchObject({ kind: 'request', in: 'body', parameter: undefined });
  expect(requests).toEqual([]);
});

test('rejects with an ApiError for every status but 2xx', async () => {
  const body = { category: 'VALIDATION_ERROR', message: 'no', correlationId: 'c' };
  const client = createClient({ fetch: async () => Response.json(body, { status: 400 }) });
  const error = await rejectionOf(client.updateMessage(update));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    operation: 'updateMessage',
    method: 'PATCH',
    path: '/channels/{channelId}/messages/{messageId}',
    status: 400,
    body,
    message: 'updateMessage failed: 400 VALIDATION_ERROR (correlationId c): no',
  });
});

test('what a fetch refuses in its own words arrives unchanged', async () => {
  class Refusal extends Error {
    override readonly name = 'Refusal';
  }
  const refusal = new Refusal('no such version');
  const client = createClient({ fetch: () => Promise.reject(refusal) });
  expect(await rejectionOf(client.updateMessage(update))).toBe(refusal);
});

test.each([new TypeError('fetch failed'), new Error('socket hang up')])(
  'a network that fails with %s is a ConnectionError',
  async (cause) => {
    const client = createClient({ fetch: () => Promise.reject(cause) });
    expect(await rejectionOf(client.updateMessage(update))).toBeInstanceOf(ConnectionError);
  },
);

test('rejects with a ResponseParseError when a success is not JSON', async () => {
  const answer = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
  const error = await rejectionOf(createOne({}, answer).call());
  expect(error).toBeInstanceOf(ResponseParseError);
  expect(error).toMatchObject({
    status: 200,
    contentType: 'text/html',
    body: '<html>',
    message: 'call succeeded (200) without valid JSON',
  });
});

test('an abort wins at once while a token provider is pending, and nothing is sent', async () => {
  const { requests, fetch } = recordRequests();
  let supplyToken: ((token: string) => void) | undefined;
  const accessToken = () => new Promise<string>((resolve) => (supplyToken = resolve));
  const client = createClient({ fetch, accessToken });
  const controller = new AbortController();
  const rejection = rejectionOf(client.listChannels({}, { signal: controller.signal }));
  await vi.waitUntil(() => supplyToken);
  controller.abort('enough');
  expect(await rejection).toBe('enough');
  supplyToken?.('token-1');
  await new Promise((resolve) => setTimeout(resolve));
  expect(requests).toEqual([]);
});

test('a timeout of the call goes before that of the client', async () => {
  const client = createClient({ fetch: () => new Promise(() => {}), timeout: 60_000 });
  const error = await rejectionOf(client.listChannels({}, { timeout: 5 }));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    timeout: 5,
    message: 'listChannels failed: no complete response within 5 ms (call)',
  });
});

test('validates a request before it is sent, under the operationId', async () => {
  const { requests, fetch } = recordRequests();
  const parameters = z.object({ query: z.object({ limit: z.int().max(100).optional() }) });
  const client = createClient({
    fetch,
    validation: validateWith({ 'list-channels': { parameters } }),
  });
  await client.listChannels({ limit: 100 });
  const error = await rejectionOf(client.listChannels({ limit: 101 }));
  expect(error).toBeInstanceOf(ValidationError);
  expect(requests).toHaveLength(1);
});

test('validates a success and returns what arrived, not what the validator made of it', async () => {
  let total: unknown = 1;
  const responses = { '2XX': z.object({ total: z.coerce.number().max(9) }) };
  const client = createClient({
    fetch: async () => Response.json({ total, more: true }),
    validation: validateWith({ 'list-channels': { responses } }, { response: 'throw' }),
  });
  expect(await client.listChannels()).toEqual({ total: 1, more: true });
  total = 10;
  expect(await rejectionOf(client.listChannels())).toMatchObject({ direction: 'response' });
});

test('does not let the validator of an error body hide the error', async () => {
  const client = createClient({
    fetch: async () => Response.json({ category: 7 }, { status: 400 }),
    validation: validateWith({ updateMessage: { responses: { default: z.never() } } }),
  });
  expect(await rejectionOf(client.updateMessage(update))).toBeInstanceOf(ApiError);
});

test('has an own method for each operation and no other key', () => {
  expect(Object.keys(createClient())).toEqual(Object.keys(operationTable));
});

test('an operation may be called __proto__', async () => {
  const { fetch } = recordRequests(() => Response.json('found'));
  const operations = { ['__proto__']: { method: 'GET', path: '/' } };
  const client = createApiClient<Record<string, Call>>(example, operations, { fetch });
  expect(Object.getPrototypeOf(client)).toBe(Object.prototype);
  expect(await Object.getOwnPropertyDescriptor(client, '__proto__')?.value()).toBe('found');
});

test.each(['nonsense', 'https://user:password@api.example.com', 'ftp ://x'])(
  'refuses the base URL %s without repeating it',
  (baseUrl) => {
    expect(() => createClient({ baseUrl })).toThrow(
      new TypeError('baseUrl: expected an absolute URL without credentials'),
    );
  },
);

test('what a validator rejects with after its call has ended goes by in silence', async () => {
  const controller = new AbortController();
  const request = () => {
    controller.abort('enough');
    return Promise.reject(new Error('late'));
  };
  const client = createClient({ validation: { request, response() {} } });
  const call = client.listChannels({}, { signal: controller.signal });
  expect(await rejectionOf(call)).toBe('enough');
  const unhandled = vi.fn();
  process.once('unhandledRejection', unhandled);
  await new Promise((resolve) => setTimeout(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test.each([
  ['2027-03-04T23:59:59Z', {}, 0],
  ['2027-03-05T00:00:00Z', {}, 1],
  ['2027-03-05T00:00:00Z', { warnBeforeEnd: true }, 1],
  ['2027-03-05T00:00:00Z', { warnBeforeEnd: false }, 0],
  ['2030-01-01T00:00:00Z', { warnBeforeEnd: false }, 0],
])('two clients, made at %s with %o: %i warnings', (now, options, count) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.setSystemTime(now);
  try {
    const id = JSON.stringify([now, options]);
    const described = { ...example, endNotice: { from: '2027-03-05', text: `${id} ends` } };
    createApiClient(described, operationTable, options);
    createApiClient(described, operationTable, options);
    expect(warn).toHaveBeenCalledTimes(count);
  } finally {
    vi.useRealTimers();
    warn.mockRestore();
  }
});
