import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runUntilDeadline } from './deadline.ts';

const late = new Error('late');
const never = () => new Promise<never>(() => {});
const run = <Result>(
  task: (signal: AbortSignal) => Promise<Result>,
  timeout: number,
  signal?: AbortSignal,
) => runUntilDeadline(task, timeout, signal, () => late);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('rejects when the time is over, and aborts the task', async () => {
  let taskSignal: AbortSignal | undefined;
  const result = run((signal) => {
    taskSignal = signal;
    return never();
  }, 1000);
  const rejected = expect(result).rejects.toBe(late);
  await vi.advanceTimersByTimeAsync(999);
  expect(taskSignal?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await rejected;
  expect(taskSignal?.reason).toBe(late);
});

test.each([Infinity, 2 ** 31])('sets no timer for %d ms', async (timeout) => {
  const result = run(async () => vi.getTimerCount(), timeout);
  expect(await result).toBe(0);
});

test.each([0, -1])('does not start when %d ms are left', async (timeout) => {
  const task = vi.fn(never);
  await expect(run(task, timeout)).rejects.toBe(late);
  expect(task).not.toHaveBeenCalled();
});

test("rejects with the caller's reason at once, whatever that is", async () => {
  const controller = new AbortController();
  const result = run(never, 1000, controller.signal);
  controller.abort('enough');
  await expect(result).rejects.toBe('enough');
});

test('does not start when the caller has aborted before', async () => {
  const task = vi.fn(never);
  const result = run(task, 1000, AbortSignal.abort('before'));
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
  const during = await run(async () => listeners.size, 1000, signal);
  await run(() => Promise.reject(late), 1000, signal).catch(() => {});
  expect([during, listeners.size, vi.getTimerCount()]).toEqual([1, 0, 0]);
});
