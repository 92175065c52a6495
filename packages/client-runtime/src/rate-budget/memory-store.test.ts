import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryStore } from './memory-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('replaces what is expected, and nothing else', () => {
  const store = createMemoryStore(new Map());
  expect(store.compareAndSwap('key', undefined, 'a', 1000)).toBeUndefined();
  expect(store.compareAndSwap('key', undefined, 'b', 1000)).toBe('a');
  expect(store.compareAndSwap('key', 'a', 'c', 1000)).toBe('a');
  expect(store.compareAndSwap('key', 'a', 'd', 1000)).toBe('c');
  expect(store.compareAndSwap('other', undefined, 'e', 1000)).toBeUndefined();
});

test('forgets the accounts that are no longer used, without a timer', () => {
  const entries = new Map();
  const store = createMemoryStore(entries);
  for (let account = 0; account < 1000; account++) {
    store.compareAndSwap(`account-${account}`, undefined, 'a', 1000);
  }
  vi.advanceTimersByTime(999);
  store.compareAndSwap('account-0', 'a', 'b', 1000);
  expect([entries.size, vi.getTimerCount()]).toEqual([1000, 0]);
  vi.advanceTimersByTime(1);
  expect(store.compareAndSwap('account-1', 'a', 'b', 1000)).toBeUndefined();
  expect([...entries.keys()]).toEqual(['account-0']);
});
