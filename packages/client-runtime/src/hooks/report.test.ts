import { expect, test } from 'vitest';
import type { SuccessEvent } from './hooks.ts';
import { report } from './report.ts';

const event: SuccessEvent = {
  call: { operation: 'getThing', method: 'GET', path: '/things/{id}' },
  attempt: 1,
  duration: 5,
};

test('tells every hook at once, in order', () => {
  const told: unknown[] = [];
  report(
    [{ success: (seen) => told.push('first', seen) }, {}, { success: () => told.push('last') }],
    'success',
    event,
  );
  expect(told).toEqual(['first', event, 'last']);
});

test('tells the other hooks when one throws or rejects', async () => {
  const told: unknown[] = [];
  const rejections: unknown[] = [];
  const listen = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', listen);
  report(
    [
      {
        success: () => {
          throw new Error('the log is full');
        },
      },
      { success: () => Promise.reject(new Error('the log is gone')) as never },
      { success: () => told.push('told') },
    ],
    'success',
    event,
  );
  expect(told).toEqual(['told']);
  // Node tells of unhandled rejections after the microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', listen);
  expect(rejections).toEqual([]);
});
