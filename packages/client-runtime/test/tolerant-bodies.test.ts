import { expect, test, vi } from 'vitest';
import { rejectionOf } from './example-api.ts';
import { createOne } from './one-operation.ts';

const bytes = (text: string, encoding: BufferEncoding) =>
  new Uint8Array(Buffer.from(text, encoding));
const fetchOf = (body: BodyInit | null, status: number, contentType?: string) => async () =>
  new Response(body, { status, headers: contentType ? { 'content-type': contentType } : {} });

test.each([
  ['HTML', '<html>Bad Gateway</html>', 'text/html', '<html>Bad Gateway</html>'],
  ['HTML that lies', '<html>', 'application/json', '<html>'],
  ['nothing', null, undefined, undefined],
  ['an empty text', '', 'application/json', undefined],
  ['truncated JSON', '{"category":"VALID', 'application/json', '{"category":"VALID'],
  ['JSON that lies', '{"category":"VALID"}', 'text/html', { category: 'VALID' }],
  ['JSON with a byte order mark', '\ufeff{"category":"V"}', 'application/json', { category: 'V' }],
  ['JSON that is no object', '"no"', 'application/json', 'no'],
  ['JSON null', 'null', 'application/json', null],
  ['JSON __proto__', '{"__proto__":{"category":"X"}}', 'application/json', expect.any(Object)],
  ['Latin-1', bytes('{"message":"für"}', 'latin1'), 'application/json', { message: 'f\ufffdr' }],
  ['UTF-16', bytes('"hi"', 'utf16le'), 'application/json', '"\0h\0i\0"\0'],
  ['no text', new Uint8Array([0xff, 0xfe, 0, 1]), 'image/png', '\ufffd\ufffd\0\x01'],
])('a failure with a body of %s keeps its status', async (_, body, contentType, parsed) => {
  const call = createOne({ fetch: fetchOf(body, 400, contentType) });
  const error = await rejectionOf(call());
  expect(error).toMatchObject({ kind: 'bad-request', status: 400 });
  expect((error as { body: unknown }).body).toEqual(parsed);
});

test.each([
  ['JSON that lies', '{"id":1}', 'text/html', { id: 1 }],
  ['JSON with a byte order mark', '\ufeff{"id":1}', 'application/json', { id: 1 }],
  ['JSON in Latin-1', bytes('{"name":"für"}', 'latin1'), undefined, { name: 'f\ufffdr' }],
])('a success with a body of %s is one', async (_, body, contentType, parsed) => {
  expect(await createOne({ fetch: fetchOf(body, 200, contentType) })()).toEqual(parsed);
});

test.each([
  ['HTML that lies', '<html>', 'application/json', '<html>'],
  ['truncated JSON', '{"id":', 'application/json', '{"id":'],
  ['nothing', '', 'application/json', ''],
  ['UTF-16', bytes('"hi"', 'utf16le'), 'application/json', '"\0h\0i\0"\0'],
])('a success with a body of %s is a ResponseParseError', async (_, body, contentType, text) => {
  const headers = { 'content-type': contentType, 'x-request-id': 'r1' };
  const call = createOne({ fetch: async () => new Response(body, { status: 200, headers }) });
  expect(await rejectionOf(call())).toMatchObject({
    kind: 'response-parse',
    contentType,
    body: text,
    attempts: 1,
    requestId: 'r1',
  });
});

test('an answer that comes too late is not read, and gives its connection back', async () => {
  const cancel = vi.fn();
  let answerLate: ((response: Response) => void) | undefined;
  const fetch = () => new Promise<Response>((resolve) => (answerLate = resolve));
  const response = vi.fn();
  const call = createOne({ fetch, hooks: { response }, attempts: 1 });
  const controller = new AbortController();
  const rejection = rejectionOf(call({}, { signal: controller.signal }));
  await vi.waitUntil(() => answerLate);
  controller.abort('enough');
  expect(await rejection).toBe('enough');
  answerLate?.(new Response(new ReadableStream({ cancel })));
  await vi.waitUntil(() => cancel.mock.calls.length > 0, { timeout: 1000 });
  expect(response).not.toHaveBeenCalled();
});
