import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ApiError,
  createApiClient,
  RequestError,
  styled,
  validateWith,
  type ApiClientOptions,
} from '../src/index.ts';
import { asParsed, int64 } from './arbitrary-int64.ts';
import { rejectionOf } from './example-api.ts';

interface Echo {
  readonly url: string;
  readonly sent: unknown;
}

interface Operations {
  echo(input: { id: unknown; ids?: unknown; filter?: unknown; body?: unknown }): Promise<Echo>;
}

const operations = {
  echo: {
    method: 'POST',
    path: '/records/{id}',
    query: ['ids', { name: 'filter', write: styled('query', { mediaType: 'application/json' }) }],
    body: 'application/json',
  },
};

let server: Server;
let baseUrl: string;

/** Answers with the path, the body as it came, and the status that the request asks for. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const sent = (await text(request)) || 'null';
    response
      .writeHead(Number(request.headers['x-status'] ?? 200), { 'content-type': 'application/json' })
      .end(`{"url":${JSON.stringify(request.url)},"sent":${sent}}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function connect(options: ApiClientOptions = {}) {
  return createApiClient<Operations>({ baseUrl }, operations, { attempts: 1, ...options });
}

test('a bigint comes back from the body as the same bigint, and keeps its digits in a URL', async () => {
  const client = connect({ int64: 'bigint' });
  await fc.assert(
    fc.asyncProperty(int64, async (id) => {
      const input = { id, ids: [id, id], filter: { id }, body: { list: [id], id } };
      const { url, sent } = await client.echo(input);
      expect(sent).toEqual({ list: [asParsed(id)], id: asParsed(id) });
      expect(decodeURIComponent(url)).toBe(
        `/records/${id}?ids=${id}&ids=${id}&filter={"id":${id}}`,
      );
    }),
  );
});

test('digits come back where a number would round, and BigInt makes them an integer again', async () => {
  const client = connect();
  await fc.assert(
    fc.asyncProperty(int64, async (id) => {
      const { sent } = await client.echo({ id: 1, body: id });
      expect(sent).toBe(Number.isSafeInteger(Number(id)) ? Number(id) : String(id));
      const again = await client.echo({ id: sent, body: BigInt(sent as number | string) });
      expect(again).toEqual({ url: `/records/${id}`, sent });
    }),
  );
});

test.each([
  ['string', '9007199254740993'],
  ['bigint', 9007199254740993n],
] as const)('validators see a bigint where the caller gets a %s', async (form, wanted) => {
  const seen: unknown[] = [];
  const validation = validateWith({
    echo: { responses: { '200': z.unknown().refine((body) => seen.push(body)) } },
  });
  const client = connect({ int64: form, validation });
  const { sent } = await client.echo({ id: 1, body: 9007199254740993n });
  expect(sent).toBe(wanted);
  expect(seen).toEqual([{ url: '/records/1', sent: 9007199254740993n }]);
});

test.each([
  ['string', '9007199254740993'],
  ['bigint', 9007199254740993n],
] as const)('the body of a failure has its digits too, as a %s', async (form, wanted) => {
  const client = connect({ int64: form, headers: { 'x-status': '400' } });
  const error = await rejectionOf(client.echo({ id: 1, body: 9007199254740993n }));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 400, body: { sent: wanted } });
});

test('sends no bigint from an engine that cannot write one', async () => {
  const platform: { rawJSON?: unknown } = JSON as object;
  const { rawJSON } = platform;
  platform.rawJSON = undefined;
  try {
    const error = await rejectionOf(connect().echo({ id: 1, body: 1n }));
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ in: 'body' });
  } finally {
    platform.rawJSON = rawJSON;
  }
});
