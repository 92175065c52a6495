import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { redact, redactError, redactResponse } from './redact.ts';

const secret = 'pat/na1+1234';

test('replaces a secret everywhere, also percent-encoded', () => {
  expect(redact(`a ${secret} b ${secret} ?k=${encodeURIComponent(secret)}`, [secret])).toBe(
    'a [redacted] b [redacted] ?k=[redacted]',
  );
});

test('leaves a text alone where the secret is a short placeholder', () => {
  expect(redact('no such token', ['token'])).toBe('no such token');
});

test('copies an error and its causes without secrets', () => {
  const cause = Object.assign(new TypeError(`GET /?k=${secret}`), { code: 'EX', url: secret });
  const copy = redactError(new Error('fetch failed', { cause }), [secret]);
  expect(inspect(copy)).not.toContain(secret);
  expect(copy).toMatchObject({
    message: 'fetch failed',
    cause: { name: 'TypeError', message: 'GET /?k=[redacted]', code: 'EX' },
  });
});

test('gives an error without a message its code, as AggregateError has it', () => {
  const error = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
  expect(redactError(error, []).message).toBe('ECONNREFUSED');
});

test('copes with a circle of causes and with what is no error', () => {
  const error = new Error('round');
  error.cause = error;
  expect(redactError(error, []).message).toBe('round');
  expect(redactError(`bad ${secret}`, [secret]).message).toBe('bad [redacted]');
});

test('copies a response without secrets in headers and body', async () => {
  const response = new Response(`no ${secret}`, {
    status: 307,
    headers: { location: `https://x.example/?hapikey=${encodeURIComponent(secret)}` },
  });
  const copy = await redactResponse(response, [secret]);
  expect(copy.status).toBe(307);
  expect(copy.headers.get('location')).toBe('https://x.example/?hapikey=[redacted]');
  expect(await copy.text()).toBe('no [redacted]');
});
