import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRequestLog, parseRequestLog } from './request-log-format.ts';
import { emptyLog } from './request-log.ts';

test('reads what was written', () => {
  const time = fc.integer({ min: 0, max: 2 ** 45 });
  const offsets = fc.array(fc.integer({ min: -20_000, max: 60_000 }));
  const limit = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined });
  fc.assert(
    fc.property(time, offsets, limit, (start, distances, most) => {
      const sent = distances.map((distance) => start + distance);
      const log = { time: start, limit: most, interval: 10_000, sent };
      expect(parseRequestLog(formatRequestLog(log))).toEqual(log);
    }),
  );
});

test('takes about five bytes for a request', () => {
  const time = 1_790_000_000_000;
  const sent = Array.from({ length: 110 }, (_, index) => time - 100 * index);
  const log = { time, limit: 110, interval: 10_000, sent };
  expect(formatRequestLog(log).length).toBeLessThan(700);
});

test.each([
  '',
  'null',
  '{}',
  '[]',
  '[1,2',
  '["1",110,10000]',
  '[1,-1,10000]',
  '[1,110,0]',
  '[1,110,10000000]',
  '[1e300,110,10000]',
  '[1,110,10000,null]',
  '[1,110,10000,99999999]',
])('takes %s for an empty log', (text) => {
  expect(parseRequestLog(text)).toBe(emptyLog);
});

test('reads any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseRequestLog(text).interval).toBeGreaterThan(0);
    }),
  );
});
