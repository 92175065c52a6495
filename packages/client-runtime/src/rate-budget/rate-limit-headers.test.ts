import { expect, test } from 'vitest';
import { readRateLimit } from './rate-limit-headers.ts';

const nothing = { limit: undefined, interval: undefined, remaining: undefined, isRefusal: false };

test('reads what the server tells', () => {
  const headers = new Headers({
    'X-HubSpot-RateLimit-Max': '110',
    'X-HubSpot-RateLimit-Remaining': '0',
    'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
  });
  const want = { limit: 110, interval: 10_000, remaining: 0, isRefusal: false };
  expect(readRateLimit(200, headers)).toEqual(want);
});

test.each([
  ['max', '0'],
  ['max', '-110'],
  ['max', 'NaN'],
  ['max', '1e3'],
  ['max', '10000000000'],
  ['interval-milliseconds', '0'],
  ['interval-milliseconds', '60001'],
  ['interval-milliseconds', '10s'],
  ['remaining', '-1'],
  ['remaining', '1, 2'],
  ['remaining', ''],
])('takes no notice of %s: %s', (name, value) => {
  const headers = new Headers({ [`x-hubspot-ratelimit-${name}`]: value });
  expect(readRateLimit(200, headers)).toEqual(nothing);
});

test('takes a limit that is too high to be remembered for the highest', () => {
  const headers = new Headers({ 'x-hubspot-ratelimit-max': '999999999' });
  expect(readRateLimit(200, headers).limit).toBe(1000);
});

test.each([
  [429, {}, true],
  [429, { 'x-hubspot-ratelimit-daily-remaining': '5' }, true],
  [429, { 'x-hubspot-ratelimit-daily-remaining': '0' }, false],
  [503, {}, false],
])('status %d with %o is a refusal: %s', (status, fields, want) => {
  expect(readRateLimit(status, new Headers(fields)).isRefusal).toBe(want);
});
