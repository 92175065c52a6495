/** Whether `text` has at least `count` characters, a character being a Unicode code point. */
export function hasLength(text: string, count: number): boolean {
  // A code point takes one code unit or two: only in between must they be counted.
  if (text.length < count) return false;
  if (text.length >= 2 * count) return true;
  let found = 0;
  for (const _ of text) {
    found += 1;
    if (found === count) return true;
  }
  return count === 0;
}
