import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runUntilDeadline } from './deadline.ts';

const late = new Error('late');
const never = () => new Promise<never>(() => {});
const deadline = (timeout: number, signal?: AbortSignal) => ({
  timeout,
  signal,
  createTimeoutError: () => late,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('rejects when the time is over, and aborts the task', async () => {
  let taskSignal: AbortSignal | undefined;
  const result = runUntilDeadline(deadline(1000), (signal) => {
    taskSignal = signal;
    return never();
  });
  const rejected = expect(result).rejects.toBe(late);
  await vi.advanceTimersByTimeAsync(999);
  expect(taskSignal?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await rejected;
  expect(taskSignal?.reason).toBe(late);
});

test.each([0, Infinity, 2 ** 31])('sets no timer for %d ms', async (timeout) => {
  const result = runUntilDeadline(deadline(timeout), async () => vi.getTimerCount());
  expect(await result).toBe(0);
});

test.each([-1, NaN])('refuses %d ms', async (timeout) => {
  await expect(runUntilDeadline(deadline(timeout), never)).rejects.toThrow(TypeError);
});

test("rejects with the caller's reason at once, whatever that is", async () => {
  const controller = new AbortController();
  const result = runUntilDeadline(deadline(1000, controller.signal), never);
  controller.abort('enough');
  await expect(result).rejects.toBe('enough');
});

test('does not start when the caller has aborted before', async () => {
  const task = vi.fn(never);
  const result = runUntilDeadline(deadline(1000, AbortSignal.abort('before')), task);
  await expect(result).rejects.toBe('before');
  expect(task).not.toHaveBeenCalled();
});

test("leaves neither a timer nor a listener on the caller's signal", async () => {
  const { signal } = new AbortController();
  const listeners = new Set<unknown>();
  vi.spyOn(signal, 'addEventListener').mockImplementation((_, listener) => {
    listeners.add(listener);
  });
  vi.spyOn(signal, 'removeEventListener').mockImplementation((_, listener) => {
    listeners.delete(listener);
  });
  const during = await runUntilDeadline(deadline(1000, signal), async () => listeners.size);
  await runUntilDeadline(deadline(1000, signal), () => Promise.reject(late)).catch(() => {});
  expect([during, listeners.size, vi.getTimerCount()]).toEqual([1, 0, 0]);
});
