import { expect, test } from 'vitest';
import type { Loss, LossContext } from '../loss.ts';
import { LossReport } from './loss-report.ts';

const context: LossContext = {
  operationId: 'createItem',
  direction: 'upgrade',
  part: 'request body',
};

function loss(pointer: string): Loss {
  return { pointer, change: 'Item.colour', was: 'secret', becomes: 'OTHER', severity: 'minor' };
}

function reportOf(pointers: readonly string[]): LossReport {
  const report = new LossReport();
  for (const pointer of pointers) report.add(loss(pointer), context);
  return report;
}

test('each loss is an item, without its values', () => {
  expect(String(reportOf(['/colour', '/a b']))).toBe(
    'Item.colour;pointer="/colour";part=request-body;severity=minor, ' +
      'Item.colour;pointer="/a b";part=request-body;severity=minor',
  );
});

test('no more than 32 losses are listed; the others are counted', () => {
  const report = reportOf(Array.from({ length: 40 }, (_, index) => `/${index}`));
  const members = String(report).split(', ');

  expect(report.count).toBe(40);
  expect(members).toHaveLength(33);
  expect(members.at(-1)).toBe('8');
});

test('a pointer that is too long for a header is only counted', () => {
  const report = reportOf([
    `/${'x'.repeat(100_000)}`,
    '/a',
    ...Array<string>(30).fill('ü'.repeat(300)),
  ]);

  expect(report.count).toBe(32);
  expect(String(report)).toMatch(/^Item\.colour;pointer="\/a";.*, \d+$/);
  expect(String(report).length).toBeLessThan(4500);
});
