import { expect, test } from 'vitest';
import { CompatConfigurationError } from '../errors/compat-configuration-error.ts';
import { lifecycleHeaders } from './lifecycle.ts';

test('what is known is told, in the formats of its header', () => {
  expect(
    lifecycleHeaders({
      deprecated: new Date('2023-06-30T23:59:59.999Z'),
      sunset: new Date('2026-11-11T23:59:59Z'),
      link: 'https://example.com/ü>; rel="next"',
    }),
  ).toEqual([
    ['deprecation', '@1688169599'],
    ['sunset', 'Wed, 11 Nov 2026 23:59:59 GMT'],
    ['link', '<https://example.com/%C3%BC%3E;%20rel=%22next%22>; rel="deprecation"'],
  ]);
});

test('what is not known is not told', () => {
  expect(lifecycleHeaders({})).toEqual([]);
});

test.each([
  [{ deprecated: new Date('soon') }],
  [{ sunset: new Date(Number.NaN) }],
  [{ deprecated: new Date('2027-09-02'), sunset: new Date('2027-09-01') }],
  [{ link: '/docs' }],
  [{ link: 'javascript:alert(1)' }],
])('%j is refused', (lifecycle) => {
  expect(() => lifecycleHeaders(lifecycle)).toThrow(CompatConfigurationError);
});
