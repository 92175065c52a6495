/** An item that both sequences have, or one of them. */
export interface SequenceStep {
  readonly kind: 'same' | 'removed' | 'added';
  readonly item: string;
}

/** A table of this many cells takes some milliseconds. */
const MAX_CELLS = 250_000;

/**
 * How to get from `before` to `after`: with as few steps as possible, unless both are very long.
 *
 * @param isSame - Of two items that are the same, the newer is kept.
 */
export function diffSequences(
  before: readonly string[],
  after: readonly string[],
  isSame: (before: string, after: string) => boolean = Object.is,
): SequenceStep[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start]!, after[start]!)) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end)!, after.at(-1 - end)!)) end++;
  return [
    ...toSteps('same', after.slice(0, start)),
    ...diffMiddle(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
      isSame,
    ),
    ...toSteps('same', after.slice(after.length - end)),
  ];
}

function diffMiddle(
  before: readonly string[],
  after: readonly string[],
  isSame: (before: string, after: string) => boolean,
): SequenceStep[] {
  const steps: SequenceStep[] = [];
  const table = commonLengths(before, after, isSame);
  let [left, right] = [0, 0];
  while (left < before.length && right < after.length && table.length > 0) {
    if (isSame(before[left]!, after[right]!)) {
      steps.push({ kind: 'same', item: after[right++]! });
      left++;
    } else if (table[left + 1]![right]! >= table[left]![right + 1]!) {
      steps.push({ kind: 'removed', item: before[left++]! });
    } else {
      steps.push({ kind: 'added', item: after[right++]! });
    }
  }
  return [
    ...steps,
    ...toSteps('removed', before.slice(left)),
    ...toSteps('added', after.slice(right)),
  ];
}

/** How many items the rest of `before` from each index and the rest of `after` have in common; empty if too large. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
  isSame: (before: string, after: string) => boolean,
): readonly Uint32Array[] {
  if (before.length * after.length > MAX_CELLS) return [];
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let left = before.length - 1; left >= 0; left--) {
    for (let right = after.length - 1; right >= 0; right--) {
      table[left]![right] = isSame(before[left]!, after[right]!)
        ? table[left + 1]![right + 1]! + 1
        : Math.max(table[left + 1]![right]!, table[left]![right + 1]!);
    }
  }
  return table;
}

function toSteps(kind: SequenceStep['kind'], items: readonly string[]): SequenceStep[] {
  return items.map((item) => ({ kind, item }));
}
