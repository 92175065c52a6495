import fc from 'fast-check';
import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { signWithNode, type Delivery } from '../../test/sign-with-node.ts';
import { signWebhook } from './sign-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';
import type { VerifyWebhookOptions } from './verify-webhook-options.ts';
import { WebhookError } from './webhook-error.ts';

const NOW = 1_790_000_000_000;
const SECRET = '5f1c7e0a-0b8e-4a3d-9c55-3a8f0d2b6e11';
const URL_OF_HOOK = 'https://hooks.example.com/hubspot';
const EVENT = { type: 'CREATED', text: 'Grüße' };

const delivery: Delivery = {
  secret: SECRET,
  method: 'POST',
  url: URL_OF_HOOK,
  uri: URL_OF_HOOK,
  body: JSON.stringify(EVENT),
  timestamp: String(NOW),
};

function requestOf(changes: Partial<Delivery> = {}, headers: Record<string, string> = {}): Request {
  const changed = { ...delivery, ...changes };
  const { url, method, body } = changed;
  const all = { ...signWithNode(changed), ...headers };
  return new Request(url, { method, headers: all, body: body as BodyInit });
}

function verify(request: Request, options: Partial<VerifyWebhookOptions> = {}): Promise<object> {
  return verifyWebhook('type', request, { clientSecret: SECRET, now: () => NOW, ...options });
}

async function refusalOf(
  request: Request,
  options?: Partial<VerifyWebhookOptions>,
): Promise<WebhookError> {
  const error: unknown = await verify(request, options).catch((reason: unknown) => reason);
  if (error instanceof WebhookError) return error;
  throw new Error('nothing was refused', { cause: error });
}

async function kindOf(request: Request, options?: Partial<VerifyWebhookOptions>): Promise<string> {
  return (await refusalOf(request, options)).kind;
}

test('a signature that was computed elsewhere holds', async () => {
  // printf '%s' 'POSThttps://hooks.example.com/hubspot{"type":"CREATED"}1790000000000' |
  //   openssl dgst -sha256 -hmac secret-of-the-app -binary | base64
  const request = new Request(URL_OF_HOOK, {
    method: 'POST',
    headers: {
      'X-HubSpot-Signature-v3': 'uVRW/lFBsDiqFCKdOPV37h67PDXLs0K9Zx7u7JhBQAs=',
      'X-HubSpot-Request-Timestamp': '1790000000000',
    },
    body: '{"type":"CREATED"}',
  });
  expect(await verify(request, { clientSecret: 'secret-of-the-app' })).toEqual({ type: 'CREATED' });
});

test.each([
  ['a query', { url: `${URL_OF_HOOK}?a=b%20c&d=%26`, uri: `${URL_OF_HOOK}?a=b%20c&d=%26` }],
  ['encodings', { url: `${URL_OF_HOOK}?at=1%2F2%3A3`, uri: `${URL_OF_HOOK}?at=1/2:3` }],
  ['an apostrophe', { url: `${URL_OF_HOOK}?who=o'neil`, uri: `${URL_OF_HOOK}?who=o'neil` }],
  ['another method', { method: 'PUT' }],
  ['text of all planes', { body: JSON.stringify({ type: 'é\u{1F600}' }) }],
  ['a byte order mark', { body: `\uFEFF${JSON.stringify(EVENT)}` }],
])('deliveries with %s are verified', async (_, changes) => {
  expect(await verify(requestOf(changes))).toHaveProperty('type');
});

test('whatever is changed of a signed delivery, it is refused', async () => {
  const anyHeader = fc.constantFrom('X-HubSpot-Signature-v3', 'X-HubSpot-Request-Timestamp');
  const anyChange = fc.oneof(
    fc.record({ part: fc.constant('body' as const), at: fc.nat(), byte: fc.nat(255) }),
    fc.record({
      part: fc.constant('header' as const),
      at: fc.nat(),
      name: anyHeader,
      by: fc.nat(61),
    }),
    fc.record({ part: fc.constant('url' as const), text: fc.stringMatching(/^[\w.~-]+$/) }),
    fc.record({ part: fc.constant('method' as const), method: fc.constantFrom('PUT', 'PATCH') }),
    fc.record({ part: fc.constant('secret' as const), text: fc.string({ minLength: 1 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), anyChange, async (text, change) => {
      const body = Buffer.from(JSON.stringify({ type: 'CREATED', text }));
      const signed = { ...delivery, body };
      const headers: Record<string, string> = signWithNode(signed);
      let { url, method } = signed;
      let clientSecret = SECRET;
      let sent: Uint8Array = body;
      switch (change.part) {
        case 'body': {
          const at = change.at % body.length;
          fc.pre(body[at] !== change.byte);
          sent = Uint8Array.from(body).fill(change.byte, at, at + 1);
          break;
        }
        case 'header': {
          const value = headers[change.name] ?? '';
          const at = change.at % value.length;
          const other = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'[change.by];
          fc.pre(value[at] !== other);
          headers[change.name] = value.slice(0, at) + other + value.slice(at + 1);
          break;
        }
        case 'url':
          url += change.text;
          break;
        case 'method':
          method = change.method;
          break;
        case 'secret':
          fc.pre(change.text !== SECRET);
          clientSecret = change.text;
      }
      const request = new Request(url, { method, headers, body: sent as BodyInit });
      expect(['signature', 'timestamp']).toContain(await kindOf(request, { clientSecret }));
    }),
  );
});

test.each([
  ['no signature', { 'X-HubSpot-Signature-v3': '' }],
  ['a signature in hex', { 'X-HubSpot-Signature-v3': 'ab'.repeat(32) }],
  ['a short signature', { 'X-HubSpot-Signature-v3': btoa('short') }],
  ['two signatures', { 'X-HubSpot-Signature-v3': `${'A'.repeat(43)}=, ${'B'.repeat(43)}=` }],
  ['no timestamp', { 'X-HubSpot-Request-Timestamp': '' }],
  ['a date', { 'X-HubSpot-Request-Timestamp': new Date(NOW).toISOString() }],
  ['a signed timestamp', { 'X-HubSpot-Request-Timestamp': `+${NOW}` }],
  ['an endless timestamp', { 'X-HubSpot-Request-Timestamp': '9'.repeat(400) }],
])('%s is refused, and the body stays unread', async (_, headers) => {
  const request = requestOf({}, headers);
  expect(await refusalOf(request)).toMatchObject({ kind: 'signature', status: 401 });
  expect(request.bodyUsed).toBe(false);
});

test.each([
  [-300_000, undefined],
  [-300_001, 'timestamp'],
  [300_000, undefined],
  [300_001, 'timestamp'],
])('signed %i ms from now, a delivery is refused for: %s', async (offset, kind) => {
  const request = requestOf({ timestamp: String(NOW + offset) });
  const error: unknown = await verify(request).catch((reason: unknown) => reason);
  expect((error as Partial<WebhookError>).kind).toBe(kind);
});

test('the URL that counts is the one that the sender calls', async () => {
  const inside = { url: 'http://10.0.0.7:8080/hubspot', uri: `${URL_OF_HOOK}?a=1` };
  expect(await kindOf(requestOf(inside))).toBe('signature');
  expect(await verify(requestOf(inside), { url: `${URL_OF_HOOK}?a=1` })).toEqual(EVENT);
  const url = (request: Request): string =>
    request.url.replace('http://10.0.0.7:8080', 'https://hooks.example.com') + '?a=1';
  expect(await verify(requestOf(inside), { url })).toEqual(EVENT);
});

test('while secrets change, both hold', async () => {
  const next = { secret: 'the-next-secret' };
  const clientSecret = async (): Promise<string[]> => [SECRET, next.secret];
  expect(await verify(requestOf(), { clientSecret })).toEqual(EVENT);
  expect(await verify(requestOf(next), { clientSecret })).toEqual(EVENT);
  expect(await kindOf(requestOf({ secret: 'another' }), { clientSecret })).toBe('signature');
});

test.each([[''], [[]], [['', SECRET]], [undefined as never]])(
  'a client secret of %j signs nothing',
  async (clientSecret) => {
    const error = await refusalOf(requestOf(), { clientSecret: () => clientSecret });
    expect(error).toMatchObject({ kind: 'configuration', status: 500 });
  },
);

test('a signature is written in one way, so that no replay has a name of its own', async () => {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const signature = signWithNode(delivery)['X-HubSpot-Signature-v3'];
  const other = `${signature.slice(0, 42)}${digits[digits.indexOf(signature[42] ?? '') ^ 1]}=`;
  expect(atob(other)).toBe(atob(signature));
  expect(await kindOf(requestOf({}, { 'X-HubSpot-Signature-v3': other }))).toBe('signature');
});

test('the replay guard hears of deliveries that are signed, and of no other', async () => {
  const seen = new Set<string>();
  const replayGuard = vi.fn<NonNullable<VerifyWebhookOptions['replayGuard']>>(
    async ({ id }) => !seen.has(id) && seen.add(id).size > 0,
  );
  await verify(requestOf(), { replayGuard });
  expect(replayGuard.mock.lastCall).toEqual([
    { id: signWithNode(delivery)['X-HubSpot-Signature-v3'], expiresAt: NOW + 300_000 },
  ]);
  expect(await refusalOf(requestOf(), { replayGuard })).toMatchObject({
    kind: 'replay',
    status: 409,
  });

  replayGuard.mockClear();
  await kindOf(requestOf({ secret: 'forged' }), { replayGuard });
  expect(replayGuard).not.toHaveBeenCalled();
});

test('bodies are read as far as they may go', async () => {
  const maxBytes = Buffer.byteLength(delivery.body);
  expect(await verify(requestOf(), { maxBytes })).toEqual(EVENT);
  const error = await refusalOf(requestOf(), { maxBytes: maxBytes - 1 });
  expect(error).toMatchObject({ kind: 'too-large', status: 413 });

  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  const init = { method: 'POST', headers: signWithNode(delivery), body: endless, duplex: 'half' };
  expect(await kindOf(new Request(URL_OF_HOOK, init), { maxBytes: 10_000 })).toBe('too-large');
  expect(sent).toBeLessThan(15);
});

test('a body that breaks off is told from one that was read before', async () => {
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new Error('connection reset')),
  });
  const init = { method: 'POST', headers: signWithNode(delivery), body: broken, duplex: 'half' };
  expect(await refusalOf(new Request(URL_OF_HOOK, init))).toMatchObject({
    kind: 'body',
    cause: new Error('connection reset'),
  });
  const read = requestOf();
  await read.json();
  expect(await kindOf(read)).toBe('configuration');
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"type":'],
  ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ['a list', '[{"type":"CREATED"}]'],
  ['a text', '"type"'],
  ['null', 'null'],
  ['no type', '{}'],
  ['a type that is no text', '{"type":1}'],
  ['an inherited type', '{"__proto__":{"type":"CREATED"}}'],
])('%s is no event', async (_, body) => {
  expect(await refusalOf(requestOf({ body }))).toMatchObject({ kind: 'body', status: 400 });
});

test('integers are exact', async () => {
  const body = '{"type":"CREATED","id":9007199254740993}';
  expect(await verify(requestOf({ body }))).toMatchObject({ id: '9007199254740993' });
  const options = {
    int64: 'bigint',
    validators: { CREATED: z.object({ id: z.bigint() }) },
  } as const;
  expect(await verify(requestOf({ body }), options)).toMatchObject({ id: 9007199254740993n });
});

test('an event that is not what its validator says is refused, or reported and passed on', async () => {
  const validators = { CREATED: z.object({ text: z.number() }), constructor: z.never() };
  const error = await refusalOf(requestOf(), { validators });
  expect(error).toMatchObject({
    kind: 'validation',
    status: 500,
    issues: [{ path: ['text'] }],
    message: expect.stringContaining('CREATED webhook is not what the spec says: text: '),
  });
  const onInvalid = vi.fn<NonNullable<VerifyWebhookOptions['onInvalid']>>();
  expect(await verify(requestOf(), { validators, onInvalid })).toEqual(EVENT);
  expect(onInvalid.mock.calls).toEqual([[error, EVENT]]);
  const unknown = { type: 'constructor' };
  const { CREATED } = validators;
  const request = requestOf({ body: JSON.stringify(unknown) });
  expect(await verify(request, { validators: { CREATED } })).toEqual(unknown);
});

test('no error holds a secret, a signature or what people wrote', async () => {
  const { 'X-HubSpot-Signature-v3': signature } = signWithNode(delivery);
  const errors = [
    await refusalOf(requestOf(), { clientSecret: 'another-secret' }),
    await refusalOf(requestOf({ timestamp: '1' })),
    await refusalOf(requestOf(), { replayGuard: () => false }),
    await refusalOf(requestOf({ body: 'Grüße' })),
    await refusalOf(requestOf(), { maxBytes: 1 }),
  ];
  for (const error of errors) {
    const text = inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error);
    for (const secret of [SECRET, 'another-secret', signature, 'Grüße'])
      expect(text).not.toContain(secret);
  }
});

test('errors are known across copies of the package', async () => {
  vi.resetModules();
  const { WebhookError: Other } = await import('./webhook-error.ts');
  expect(Other).not.toBe(WebhookError);
  expect(new WebhookError('body', 'no event')).toBeInstanceOf(Other);
  expect(new Error('no event')).not.toBeInstanceOf(Other);
  class Special extends WebhookError {}
  expect(new Special('body', 'no event')).toBeInstanceOf(Special);
  expect(new Special('body', 'no event')).toBeInstanceOf(Other);
  expect(new WebhookError('body', 'no event')).not.toBeInstanceOf(Special);
});

test('what is signed here holds there', async () => {
  const signed = { clientSecret: SECRET, now: () => NOW };
  const anyUrl = fc
    .tuple(fc.string(), fc.string())
    .map((parts) => `${URL_OF_HOOK}/${parts.map(encodeURIComponent).join('?')}`);
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), anyUrl, async (text, url) => {
      const event = { type: 'CREATED', text, id: 9007199254740993n };
      const request = await signWebhook(event, { ...signed, url });
      const body = await request.clone().text();
      const uri = url.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/g, decodeURIComponent);
      const headers = new Headers(signWithNode({ ...delivery, url, uri, body }));
      expect(Object.fromEntries(request.headers)).toMatchObject(Object.fromEntries(headers));
      expect(await verify(request, { url, int64: 'bigint' })).toMatchObject({ id: event.id });
    }),
  );
});
