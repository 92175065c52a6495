import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sleep } from './sleep.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('waits', async () => {
  const done = vi.fn();
  const end = sleep(1000).then(done);
  await vi.advanceTimersByTimeAsync(999);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await end;
});

test('an abort leaves no timer', () => {
  const controller = new AbortController();
  void sleep(1000, controller.signal);
  controller.abort();
  expect(vi.getTimerCount()).toBe(0);
});
