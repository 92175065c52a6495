import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { signWithNode } from '../../test/sign-with-node.ts';
import { createWebhookHandler, type WebhookHandlerOptions } from './create-webhook-handler.ts';
import { signWebhook } from './sign-webhook.ts';

interface Events {
  CREATED: { type: 'CREATED'; text: string };
  GONE: { type: 'GONE' };
}

const SECRET = '5f1c7e0a-0b8e-4a3d-9c55-3a8f0d2b6e11';
const PUBLIC_URL = 'https://hooks.example.com/hubspot';
const EVENT: Events['CREATED'] = { type: 'CREATED', text: 'Hello' };

function createHandler(options: Partial<WebhookHandlerOptions<Events>> = {}) {
  return createWebhookHandler<Events>('type', {
    clientSecret: SECRET,
    on: {},
    onError: () => {},
    ...options,
  });
}

function deliver(event: object = EVENT): Promise<Request> {
  return signWebhook(event, { clientSecret: SECRET, url: PUBLIC_URL });
}

afterEach(() => vi.useRealTimers());

test('an event goes to the function of its name, and the answer waits for it', async () => {
  const heard: unknown[] = [];
  const CREATED = async (event: Events['CREATED']): Promise<void> => {
    await Promise.resolve();
    heard.push(event);
  };
  const handler = createHandler({ on: { CREATED }, onUnknown: (event) => heard.push(event) });
  const response = await handler(await deliver());
  expect([response.status, await response.text(), heard]).toEqual([200, '', [EVENT]]);
});

test.each(['GONE', 'NEWER', 'constructor', '__proto__'])(
  'an event of type %s, without a function of its own, is acknowledged',
  async (type) => {
    const onUnknown = vi.fn<(event: unknown) => void>();
    const request = await deliver({ type });
    expect((await createHandler()(request.clone() as Request)).status).toBe(200);
    expect((await createHandler({ onUnknown })(request)).status).toBe(200);
    expect(onUnknown.mock.calls).toEqual([[{ type }]]);
  },
);

test('only a POST is a delivery', async () => {
  const onError = vi.fn<(error: unknown) => void>();
  const response = await createHandler({ onError })(new Request(PUBLIC_URL));
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
  expect(onError).not.toHaveBeenCalled();
});

test('what is refused is answered with its status, reported, and reaches no function', async () => {
  const CREATED = vi.fn<(event: Events['CREATED']) => void>();
  const onError = vi.fn<(error: unknown) => void>();
  const options = { on: { CREATED }, onError };
  const answers: unknown[] = [];
  const answer = async (changes: Partial<WebhookHandlerOptions<Events>>, request: Request) => {
    const response = await createHandler({ ...options, ...changes })(request);
    answers.push([response.status, await response.text()]);
    return response;
  };
  const unauthorised = await answer({ clientSecret: 'another' }, await deliver());
  expect(unauthorised.headers.get('WWW-Authenticate')).toBe('X-HubSpot-Signature-v3');
  await answer({ now: () => 0 }, await deliver());
  await answer({ replayGuard: () => false }, await deliver());
  await answer({ maxBytes: 3 }, await deliver());
  await answer({}, await deliver([]));
  await answer({ clientSecret: '' }, await deliver());
  const statuses = [401, 401, 409, 413, 400, 500];
  expect(answers).toEqual(statuses.map((status) => [status, '']));
  expect(onError.mock.calls).toEqual(
    statuses.map((status) => [expect.objectContaining({ status })]),
  );
  expect(CREATED).not.toHaveBeenCalled();
});

test('whatever fails on this side, the sender is to deliver the event again', async () => {
  const failure = new Error('the database is away');
  const fail = (): never => {
    throw failure;
  };
  const onError = vi.fn<(error: unknown) => void>();
  const failing: Partial<WebhookHandlerOptions<Events>>[] = [
    { on: { CREATED: fail } },
    { on: { CREATED: () => Promise.reject(failure) } },
    { on: { CREATED: () => Promise.reject(failure) }, waitUntil: fail },
    { onUnknown: fail },
    { clientSecret: fail },
    { replayGuard: () => Promise.reject(failure) },
    { url: fail },
  ];
  for (const options of failing) {
    const handler = createHandler({ onError, ...options });
    expect((await handler(await deliver())).status).toBe(500);
  }
  expect(onError.mock.calls).toEqual(failing.map(() => [failure]));
});

test('a reporter that fails is nothing to the sender', async () => {
  const onError = (): never => {
    throw new Error('the log is full');
  };
  const response = await createHandler({ clientSecret: 'another', onError })(await deliver());
  expect(response.status).toBe(401);
});

test('with waitUntil, slow work goes on after the answer, and its failure is reported', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const works: Promise<void>[] = [];
  const onError = vi.fn<(error: unknown) => void>();
  const slow = Promise.withResolvers<void>();
  const handler = createHandler({
    on: { CREATED: () => slow.promise },
    waitUntil: (work) => works.push(work),
    onError,
  });
  const request = await deliver();
  const answered = vi.fn<(response: Response) => void>();
  const answer = handler(request).then(answered);
  // Verifying takes real time.
  while (vi.getTimerCount() === 0) await new Promise(setImmediate);
  await vi.advanceTimersByTimeAsync(3_999);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await answer;
  expect(answered.mock.lastCall?.[0].status).toBe(200);

  slow.reject(new Error('too late'));
  await Promise.all(works);
  expect(works).toHaveLength(1);
  expect(onError.mock.calls).toEqual([[new Error('too late')]]);
});

test('with waitUntil, work that is done in time decides on the answer', async () => {
  const waitUntil = vi.fn<(work: Promise<void>) => void>();
  const CREATED = vi.fn<() => Promise<void>>().mockResolvedValueOnce().mockRejectedValueOnce('no');
  const handler = createHandler({ on: { CREATED }, waitUntil });
  const statuses = [await handler(await deliver()), await handler(await deliver())].map(
    ({ status }) => status,
  );
  expect(statuses).toEqual([200, 500]);
  expect(waitUntil).not.toHaveBeenCalled();
});

test('a URL that is none is refused before any delivery', () => {
  expect(() => createHandler({ url: 'hooks.example.com/hubspot' })).toThrow(TypeError);
});

test('a handler shows nothing of its secret', () => {
  expect(inspect(createHandler(), { depth: null, showHidden: true })).not.toContain(SECRET);
});

test('behind a server where TLS has ended already, real deliveries arrive', async () => {
  const heard: Events['CREATED'][] = [];
  const handler = createHandler({
    url: (request) => PUBLIC_URL + new URL(request.url).search,
    on: { CREATED: (event) => heard.push(event) },
  });
  await using server = await listen(handler);
  const send = async (body: string, query: string, secret = SECRET): Promise<number> => {
    const timestamp = String(Date.now());
    const uri = `${PUBLIC_URL}${query}`;
    const signed = { secret, method: 'POST', url: uri, uri, body, timestamp };
    const init = { method: 'POST', headers: signWithNode(signed), body };
    return (await fetch(`${server.url}${query}`, init)).status;
  };
  const large = JSON.stringify({ ...EVENT, text: 'ä'.repeat(200_000) });
  expect(await send(JSON.stringify(EVENT), '?portal=1')).toBe(200);
  expect(await send(large, '')).toBe(200);
  expect(await send(JSON.stringify(EVENT), '', 'forged')).toBe(401);
  expect(await send(JSON.stringify({ ...EVENT, text: 'x'.repeat(2 ** 20) }), '')).toBe(413);
  expect(await send('{', '')).toBe(400);
  expect((await fetch(server.url)).status).toBe(405);
  expect(heard).toEqual([EVENT, JSON.parse(large)]);
});

/** Serves a handler as any server on Node does. */
async function listen(
  handler: (request: Request) => Promise<Response>,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server: Server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
      const { method = '', url = '', headers } = incoming;
      const request = new Request(`http://${headers.host}${url}`, {
        method,
        headers: headers as Record<string, string>,
        body: method === 'POST' ? Buffer.concat(chunks) : null,
      });
      const { status } = await handler(request);
      outgoing.writeHead(status).end();
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hubspot`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
