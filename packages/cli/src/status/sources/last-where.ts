/**
 * The index of the last item for which `holds`, where it holds for the first items and for none after them; -1 where it
 * holds for none. Takes few steps, however many items there are.
 */
export function lastWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [-1, items.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as Item)) low = middle;
    else high = middle;
  }
  return low;
}
