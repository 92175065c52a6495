import type { RateBudgetStore } from './rate-budget-store.ts';

interface Entry {
  readonly text: string;
  /** In ms of `performance.now()`. */
  readonly end: number;
}

/** The store within this process: budgets of the same account share it without being told to. */
export const memoryStore = /* @__PURE__ */ createMemoryStore(/* @__PURE__ */ new Map());

/** @param entries - The one that was written last comes last. */
export function createMemoryStore(entries: Map<string, Entry>): RateBudgetStore {
  /**
   * Forgets what is over, from the oldest on. There is no timer, which would keep a process alive;
   * so the accounts of the last seconds stay until another one is used.
   */
  function forgetBefore(now: number): void {
    for (const [key, { end }] of entries) {
      if (end > now) return;
      entries.delete(key);
    }
  }

  return {
    compareAndSwap(key, expected, next, ttl) {
      const now = performance.now();
      forgetBefore(now);
      const found = entries.get(key)?.text;
      if (found === expected) {
        entries.delete(key);
        entries.set(key, { text: next, end: now + ttl });
      }
      return found;
    },
  };
}
