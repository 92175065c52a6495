import { expect, test } from 'vitest';
import type { KnownVersion } from './known-api.ts';
import { lifecycleOf } from './lifecycle.ts';

function version(lifecycle: Partial<KnownVersion>): KnownVersion {
  return { id: 'v1', operations: [], status: 'supported', ...lifecycle };
}

test.each([
  ['2027-09', '2026-11-22T12:00:00Z', 'supported', 283],
  ['2027-09', '2027-08-30T23:59:59Z', 'supported', 2],
  ['2027-09', '2027-08-31T00:00:00Z', 'supported', 1],
  ['2027-09', '2027-08-31T23:59:59Z', 'supported', 1],
  ['2027-09', '2027-09-01T00:00:00Z', 'unsupported', 0],
  ['2027-09-01', '2027-08-31T23:59:59Z', 'supported', 1],
  ['2027-09-01', '2027-09-01T00:00:00Z', 'unsupported', 0],
  ['2027-09', '2040-01-01T00:00:00Z', 'unsupported', 0],
])('until %s, at %s: %s, with %i days left', (supportedUntil, now, status, daysLeft) => {
  expect(lifecycleOf(version({ supportedUntil }), new Date(now))).toEqual({
    status,
    supportedUntil,
    lastSupportedDay: '2027-08-31',
    daysLeft,
  });
});

test('the day counts in UTC, whatever the zone of the clock', () => {
  const now = new Date('2027-08-31T20:00:00-05:00');
  expect(lifecycleOf(version({ supportedUntil: '2027-09' }), now).status).toBe('unsupported');
});

test('a month in February ends in January', () => {
  const { lastSupportedDay } = lifecycleOf(version({ supportedUntil: '2028-02' }), new Date(0));
  expect(lastSupportedDay).toBe('2028-01-31');
});

test('what is written to be unsupported has no days left, whatever the date', () => {
  const written = version({ status: 'unsupported', supportedUntil: '2999-01' });
  expect(lifecycleOf(written, new Date(0))).toMatchObject({ status: 'unsupported', daysLeft: 0 });
});

test('without a date, nothing is counted', () => {
  expect(lifecycleOf(version({}), new Date(0))).toMatchObject({
    status: 'supported',
    daysLeft: undefined,
  });
  expect(lifecycleOf(undefined, new Date(0)).status).toBe('unknown');
});
