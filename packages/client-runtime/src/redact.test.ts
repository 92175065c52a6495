import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { redact, redactError, redactHead } from './redact.ts';

const secret = 'pat/na1+1234';

test('replaces a secret everywhere, also percent-encoded', () => {
  expect(redact(`a ${secret} b ${secret} ?k=${encodeURIComponent(secret)}`, [secret])).toBe(
    'a [redacted] b [redacted] ?k=[redacted]',
  );
});

test('leaves a text alone where the secret is a short placeholder', () => {
  expect(redact('no such token', ['token'])).toBe('no such token');
});

test('copies the innermost cause of an error without secrets', () => {
  const cause = Object.assign(new TypeError(`GET /?k=${secret}`), { code: 'EX', url: secret });
  const copy = redactError(new Error('fetch failed', { cause }), [secret]);
  expect(inspect(copy)).not.toContain(secret);
  expect(copy).toMatchObject({ name: 'TypeError', message: 'GET /?k=[redacted]', code: 'EX' });
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

test('copies the head of a response without secrets', () => {
  const response = new Response(null, {
    status: 302,
    statusText: `Not ${secret}`,
    headers: { location: `https://x.example/?k=${encodeURIComponent(secret)}` },
  });
  const { headers, ...head } = redactHead(response, [secret]);
  expect([...headers]).toEqual([['location', 'https://x.example/?k=[redacted]']]);
  expect(head).toEqual({ status: 302, statusText: 'Not [redacted]' });
});
