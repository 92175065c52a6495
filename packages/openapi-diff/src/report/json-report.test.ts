import { expect, test } from 'vitest';
import { sampleChange, sampleDiff } from '../../test/report/sample-diff.ts';
import { emitJsonReport } from './json-report.ts';

const KEYS = [
  'id',
  'rule',
  'level',
  'wire',
  'source',
  'direction',
  'area',
  'operations',
  'subject',
  'old',
  'new',
  'before',
  'after',
  'message',
];

test('holds the whole diff', () => {
  const diff = sampleDiff([sampleChange()]);
  expect(JSON.parse(emitJsonReport(diff))).toEqual({
    ...diff,
    changes: [{ ...diff.changes[0], new: null, after: null }],
  });
});

test('each change has every key, null where a side has nothing', () => {
  const { changes } = JSON.parse(emitJsonReport(sampleDiff())) as { changes: object[] };
  for (const change of changes) expect(Object.keys(change)).toEqual(KEYS);
});

test('the order in which a change was built does not show', () => {
  const change = sampleChange();
  const reversed = Object.fromEntries(Object.entries(change).reverse()) as unknown as typeof change;
  expect(emitJsonReport(sampleDiff([reversed]))).toBe(emitJsonReport(sampleDiff([change])));
});
