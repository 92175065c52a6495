import { expect, test } from 'vitest';
import { sampleChange } from '../../test/report/sample-diff.ts';
import { predicateOf } from './predicate.ts';

test('the subject is said once', () => {
  const change = sampleChange({ subject: 'Channel.color' });
  expect(predicateOf({ ...change, message: 'Channel.color: was removed' })).toBe('was removed');
  expect(predicateOf({ ...change, message: 'color was removed' })).toBe('color was removed');
});
