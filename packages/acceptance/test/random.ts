/** Supplies numbers from 0 up to 1 that look random and are the same for the same seed. */
export type Random = () => number;

/**
 * Makes a source of repeatable random numbers.
 *
 * @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (mulberry32)
 */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in another order. */
export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/**
 * One of the items.
 *
 * @throws RangeError when there is none
 */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  if (items.length === 0) throw new RangeError('pick: there is nothing to choose from');
  return items[Math.floor(random() * items.length)] as Item;
}
