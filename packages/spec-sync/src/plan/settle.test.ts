import { expect, test } from 'vitest';
import { parseDuration, settleChanges } from './settle.ts';

const DAY = 86_400_000;
const now = new Date('2026-03-02T12:00:00Z');

test('a state that is seen for the first time waits from now on', () => {
  expect(settleChanges(['new'], undefined, now, DAY)).toEqual({
    kind: 'waiting',
    since: now,
    until: new Date('2026-03-03T12:00:00Z'),
  });
});

test('another state than the one that waits starts again', () => {
  const pending = { meaning: 'm', breaking: ['other'], since: '2026-01-01T00:00:00Z' };
  expect(settleChanges(['new'], pending, now, DAY)).toMatchObject({ kind: 'waiting', since: now });
});

test.each([
  ['2026-03-01T12:00:01Z', 'waiting'],
  ['2026-03-01T12:00:00Z', 'settled'],
  ['2026-02-01T12:00:00Z', 'settled'],
])('a state first seen at %s is %s', (since, kind) => {
  expect(
    settleChanges(['new'], { meaning: 'another', breaking: ['new'], since }, now, DAY),
  ).toMatchObject({ kind });
});

test('without a time to settle, nothing waits', () => {
  expect(settleChanges(['new'], undefined, now, 0)).toEqual({ kind: 'settled' });
});

test.each([
  ['90m', 5_400_000],
  ['24h', DAY],
  ['7d', 7 * DAY],
  ['0h', 0],
  ['', undefined],
  ['24', undefined],
  ['-1h', undefined],
  ['1.5h', undefined],
  ['24h ', undefined],
])('%j is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});
