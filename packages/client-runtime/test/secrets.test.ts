import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { validateWith, type Hooks } from '../src/index.ts';
import { createClient, fetchFrom, type ClientOptions, rejectionOf, update } from './example-api.ts';

const token = 'pat-na1/5f3+token=';
const hapikey = '0b7c&hapi-key';
const appKey = 'private-app-key';

/** Everything of an error that may end up in a log. */
function everythingShown(error: unknown): string {
  const { stack, message } = error as Error;
  const shown = inspect(error, { depth: Infinity, showHidden: true, getters: true });
  const headers = [...((error as { headers?: Headers }).headers ?? [])];
  return [shown, JSON.stringify(error), String(error), stack, message, headers].join('\n');
}

function expectNoSecret(text: string): void {
  for (const secret of [token, hapikey, appKey]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(encodeURIComponent(secret));
  }
}

const secrets: ClientOptions = {
  accessToken: token,
  apiKeys: { developer_hapikey: hapikey, private_apps: async () => appKey },
};

/** What a server or a `fetch` might do to give a request away. */
const describeRequest = ({ url, headers }: Request) => `${url} ${JSON.stringify([...headers])}`;

const showRequest = (request: Request) => ({
  'content-type': `text/html; request=${describeRequest(request)}`,
  'x-hubspot-correlation-id': describeRequest(request),
  'x-request-id': describeRequest(request),
});

const cases: Record<string, (request: Request) => Promise<Response>> = {
  'a fetch that names the whole request': async (request) => {
    const cause = Object.assign(new Error(describeRequest(request)), { request });
    throw Object.assign(new TypeError(`${request.url} failed`, { cause }), { request });
  },
  'an error page that shows the request': async (request) =>
    new Response(`<pre>${describeRequest(request)}</pre>`, { status: 500 }),
  'a JSON error that quotes the request': async (request) =>
    Response.json({ message: request.url, context: [...request.headers] }, { status: 401 }),
  'a JSON error that escapes more than it must': async (request) => {
    const json = JSON.stringify({ message: describeRequest(request) });
    const escaped = json.replace(/[=&+]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
    return new Response(escaped.replaceAll('/', '\\/'), { status: 400 });
  },
  'a redirect that keeps the query': async (request) =>
    new Response(null, { status: 308, headers: { location: request.url } }),
  'a reason phrase that shows the request': async (request) =>
    new Response(null, { status: 400, statusText: describeRequest(request) }),
  'a success that is no JSON': async (request) =>
    new Response(describeRequest(request), { headers: showRequest(request) }),
  'a success that breaks off': async (request) =>
    new Response(
      new ReadableStream({ start: (stream) => stream.error(new Error(describeRequest(request))) }),
      { headers: showRequest(request) },
    ),
  'a success that never ends': async (request) =>
    new Response(new ReadableStream(), { headers: showRequest(request) }),
};

test.each(Object.entries(cases))('no secret shows after %s', async (_, answer) => {
  const client = createClient({ ...secrets, fetch: fetchFrom(answer), timeout: 50 });
  for (const call of [() => client.listChannels(), () => client.updateMessage(update)]) {
    expectNoSecret(everythingShown(await rejectionOf(call())));
  }
});

test.each(Object.entries(cases))("no token of the caller's shows after %s", async (_, answer) => {
  const own = { authorization: `Bearer ${token}` };
  const given = createClient({ headers: own, fetch: fetchFrom(answer), timeout: 50 });
  const client = createClient({ fetch: fetchFrom(answer), timeout: 50 });
  for (const call of [
    () => given.updateMessage(update),
    () => client.updateMessage(update, { headers: own }),
  ]) {
    expectNoSecret(everythingShown(await rejectionOf(call())));
  }
});

test.each(Object.entries(cases))('no hook sees a secret after %s', async (_, answer) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const events: Record<string, string> = {};
  const keep =
    (name: string) =>
    (event: object): void => {
      const { headers = {} } = event as { headers?: Headers | Record<string, string> };
      const shown = inspect(event, { depth: Infinity, showHidden: true, getters: true });
      events[name] =
        (events[name] ?? '') + shown + inspect(Object.fromEntries(new Headers(headers)));
    };
  const hooks = Object.fromEntries(
    ['request', 'response', 'retry', 'success', 'error'].map((name) => [name, keep(name)]),
  ) as Hooks;
  const client = createClient({
    ...secrets,
    fetch: fetchFrom(answer),
    hooks,
    attempts: 2,
    timeout: 50,
  });
  for (const call of [
    () => client.listChannels().withResponse(),
    () => client.updateMessage(update),
  ]) {
    expectNoSecret(everythingShown(await rejectionOf(call())));
  }
  expect(Object.keys(events)).toEqual(expect.arrayContaining(['request', 'error']));
  for (const shown of Object.values(events)) expectNoSecret(shown);
  vi.restoreAllMocks();
});

test('a key of digits does not show where it is a number', async () => {
  const client = createClient({
    apiKeys: { developer_hapikey: '1234567890' },
    fetch: async () => new Response('{"key":1234567890}', { status: 401 }),
  });
  expect(await rejectionOf(client.listChannels())).toMatchObject({
    kind: 'authentication',
    body: '{"key":[redacted]}',
  });
});

test('no secret shows where a fetch throws before it gives a promise', async () => {
  const client = createClient({
    ...secrets,
    fetch: (url) => {
      throw new TypeError(`Failed to parse URL from ${url}`);
    },
  });
  expectNoSecret(everythingShown(await rejectionOf(client.listChannels())));
});

test('no secret shows after a timeout, an abort, or a refused request or response', async () => {
  const pending = createClient({ ...secrets, fetch: () => new Promise(() => {}), timeout: 5 });
  const signal = AbortSignal.abort();
  const strict = createClient({
    ...secrets,
    fetch: async () => Response.json({}),
    validation: validateWith(
      { updateMessage: { responses: { 200: z.never() } } },
      { response: 'throw' },
    ),
  });
  for (const call of [
    () => pending.listChannels(),
    () => pending.listChannels({}, { signal }),
    () => strict.updateMessage(update),
    () => strict.updateMessage({ ...update, messageId: '..' }),
  ]) {
    expectNoSecret(everythingShown(await rejectionOf(call())));
  }
});

test.each([
  ['accessToken', { accessToken: `${token}\n` }],
  ['apiKeys.developer_hapikey', { apiKeys: { developer_hapikey: `${hapikey}\r\nx: 1` } }],
  ['apiKeys.developer_hapikey', { apiKeys: { developer_hapikey: () => '' } }],
])('an unusable %s is named and not shown', async (option, options) => {
  const client = createClient({ ...options, fetch: async () => Response.json({}) });
  const error = await rejectionOf(client.listChannels());
  expect(String(error)).toBe(`TypeError: ${option}: expected visible ASCII`);
  expectNoSecret(everythingShown(error));
});

test('a client does not show its secrets', () => {
  const client = createClient(secrets);
  expectNoSecret(inspect(client, { depth: Infinity, showHidden: true }) + JSON.stringify(client));
});
