import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createApiError } from '../errors/create-api-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { ResponseParseError } from '../errors/response-parse-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { ValidationError } from '../errors/validation-error.ts';
import { retryDelay } from './retry-delay.ts';

afterEach(() => void vi.restoreAllMocks());

const call = { operation: 'getThing', method: 'GET', path: '/{id}', attempts: 1, startedAt: 0 };
const failed = (status: number, headers: Record<string, string> = {}, body?: unknown) =>
  createApiError(call, { status, statusText: '', headers: new Headers(headers) }, body);
const refused = new ConnectionError(
  call,
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  }),
);
const reset = new ConnectionError(call, new Error('read ECONNRESET'));

test('another attempt may follow just the statuses that pass', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const statuses = Array.from({ length: 600 }, (_, status) => status);
  const repeated = statuses.filter((status) => retryDelay(failed(status), 1, true) < Infinity);
  expect(repeated).toEqual([408, 423, 425, 429, 477, 500, 502, 503, 504, 521, 523, 524]);
});

test('only what may be repeated is, unless it was not sent', () => {
  for (const error of [failed(503), reset, new TimeoutError(call, 1000, 'attempt')]) {
    expect(retryDelay(error, 1, true)).toBeLessThan(Infinity);
    expect(retryDelay(error, 1, false)).toBe(Infinity);
  }
  expect(retryDelay(refused, 1, false)).toBeLessThan(Infinity);
});

test.each([
  ['the deadline of the call', new TimeoutError(call, 1000, 'call')],
  ['a daily limit', failed(429, { 'retry-after': '1' }, { policyName: 'DAILY' })],
  ['an abort', AbortSignal.abort().reason],
  ['an error from elsewhere', new TypeError('fetch failed')],
  ['what is no error', undefined],
  [
    'a body that is no JSON',
    new ResponseParseError(call, new Response(null, { status: 200 }), '<html>'),
  ],
  [
    'an invalid response',
    new ValidationError(call, { direction: 'response', part: 'body' }, { value: 7, issues: [] }),
  ],
])('nothing follows %s', (_, error) => {
  expect(retryDelay(error, 1, true)).toBe(Infinity);
});

test('other limits than a daily one pass', () => {
  const error = failed(429, {}, { policyName: 'TEN_SECONDLY_ROLLING' });
  expect(retryDelay(error, 1, true)).toBeLessThan(Infinity);
});

test('waits for any time up to a limit that doubles from 0.5 s to 8 s', () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const limits = [1, 2, 3, 4, 5, 6, 5000].map((attempts) => retryDelay(reset, attempts, true));
  expect(limits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 20 }),
      (random, attempts) => {
        vi.mocked(Math.random).mockReturnValue(1);
        const longest = retryDelay(reset, attempts, true);
        vi.mocked(Math.random).mockReturnValue(random);
        expect(retryDelay(reset, attempts, true)).toBeCloseTo(random * longest);
      },
    ),
  );
});

test.each([
  [503, '3', 3000],
  [429, '0', 0],
  [477, '86400', 86_400_000],
  [423, undefined, 2000],
  [423, '1', 2000],
  [423, '5', 5000],
])('after a %d with Retry-After: %s waits at least %d ms', (status, retryAfter, least) => {
  const error = failed(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  expect(retryDelay(error, 1, true)).toBe(least);
  vi.mocked(Math.random).mockReturnValue(1);
  expect(retryDelay(error, 1, true)).toBe(least + 500);
});
