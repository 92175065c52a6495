import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

const read = (value: string, headers = {}) =>
  readRetryAfter(new Headers({ 'retry-after': value, ...headers }));

test.each([
  ['0', 0],
  ['2', 2000],
  ['1.5', 1500],
  ['5, 10', 5000],
  ['30s', 30_000],
  ['86400', 86_400_000],
  ['9'.repeat(400), Infinity],
  ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
  ['Friday, 20-Nov-26 12:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 11:59:30 GMT', 0],
])('reads %s as %d ms', (value, delay) => {
  expect(read(value)).toBe(delay);
});

test.each(['soon', 'in a while', '-', 'NaN'])('takes %o for no answer', (value) => {
  expect(read(value)).toBeUndefined();
});

test.each(['', '-5', '-0', '5, 10', '0x10', '1e999', '12:30', '9999999999999-01-01'])(
  'never goes back in time for %o',
  (value) => {
    expect(read(value) ?? 0).toBeGreaterThanOrEqual(0);
  },
);

test('holds a date against the clock of the server, where that is given', () => {
  const value = 'Fri, 20 Nov 2026 09:00:30 GMT';
  expect(read(value, { date: 'Fri, 20 Nov 2026 09:00:00 GMT' })).toBe(30_000);
  expect(read(value, { date: 'yesterday' })).toBe(0);
});

test('knows no delay without the header', () => {
  expect(readRetryAfter(new Headers())).toBeUndefined();
});
