/** What a store holds, or finds. */
type Found = string | null | undefined;

/**
 * Where the clients of an account meet. A store keeps short texts (about 1 kB) for some seconds and
 * needs to understand none of them.
 *
 * @example In Redis, for all processes that can reach it:
 * ```ts
 * const script = `
 *   local found = redis.call('GET', KEYS[1])
 *   if (found or '') == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
 *   return found`;
 *
 * const store: RateBudgetStore = {
 *   compareAndSwap: (key, expected, next, ttl) =>
 *     redis.eval(script, { keys: [key], arguments: [expected ?? '', next, String(ttl)] }),
 * };
 * ```
 */
export interface RateBudgetStore {
  /**
   * In one atomic step: reads the text of a key, and replaces it if it is the expected one.
   * Texts are never empty.
   *
   * @param expected - Undefined when the key is expected to have no text.
   * @param ttl - In ms: when the text may be forgotten. It has to be forgotten some time.
   * @returns The text that was found, be it replaced or not; nothing when there was none.
   */
  compareAndSwap(
    key: string,
    expected: string | undefined,
    next: string,
    ttl: number,
  ): Found | Promise<Found>;
}
