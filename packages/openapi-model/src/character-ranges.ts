import type { AST } from '@eslint-community/regexpp';

/** Code points from the first to the last. */
type Range = readonly [min: number, max: number];
/** A set of characters: ranges in order that do not overlap. */
export type Ranges = readonly Range[];

const LAST_CODE_POINT = 0x10ffff;
/** Every character. */
export const ANY: Ranges = [[0, LAST_CODE_POINT]];

/**
 * The characters that a class, an escape or a character of a pattern matches.
 *
 * @throws RangeError for what only the `v` flag allows.
 */
export function rangesOf(
  node: AST.CharacterClassElement | AST.CharacterClass | AST.CharacterSet,
): Ranges {
  switch (node.type) {
    case 'Character':
      return [[node.value, node.value]];
    case 'CharacterClassRange':
      return [[node.min.value, node.max.value]];
    case 'CharacterClass': {
      const elements = node.elements as readonly AST.ClassRangesCharacterClassElement[];
      return signed(elements.flatMap(rangesOf), node.negate);
    }
    case 'CharacterSet':
      if (node.kind === 'property') return propertyRanges(node.raw);
      return signed(SETS[node.kind], node.kind !== 'any' && node.negate);
    default:
      throw new RangeError(`${node.raw} needs the v flag`);
  }
}

/** @see https://tc39.es/ecma262/#sec-compiletocharset */
const SETS: Readonly<Record<'any' | 'digit' | 'space' | 'word', Ranges>> = {
  any: signed(
    [
      [0x0a, 0x0a],
      [0x0d, 0x0d],
      [0x2028, 0x2029],
    ],
    true,
  ),
  digit: [[0x30, 0x39]],
  space: [
    [0x09, 0x0d],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
  word: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
};

/** `ranges` in order and without overlap, or what they leave out. */
function signed(ranges: Ranges, negate: boolean): Ranges {
  const merged: [number, number][] = [];
  for (const [min, max] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous !== undefined && min <= previous[1] + 1) previous[1] = Math.max(previous[1], max);
    else merged.push([min, max]);
  }
  if (!negate) return merged;
  const bounds = [-1, ...merged.flat(), LAST_CODE_POINT + 1];
  return Array.from({ length: bounds.length / 2 }, (_, index): Range => [
    (bounds[2 * index] as number) + 1,
    (bounds[2 * index + 1] as number) - 1,
  ]).filter(([min, max]) => min <= max);
}

let sample: string | undefined;

/** What `\p{…}` or `\P{…}` matches, asked of the engine: its tables are the ones that will run. */
function propertyRanges(escape: string): Ranges {
  sample ??= codePointSample();
  const runs = sample.matchAll(new RegExp(`${escape}+`, 'gu'));
  const ranges = Array.from(runs, ([run]): Range => {
    const last = Array.from(run.slice(-2)).at(-1) as string;
    return [last.codePointAt(0) as number, run.codePointAt(0) as number];
  });
  return signed(ranges, false);
}

/**
 * Every code point up to where properties stop changing, and above it those where they may change. In descending
 * order, in which no two surrogates make a pair.
 */
function codePointSample(): string {
  const parts: string[] = [];
  for (let codePoint = LAST_CODE_POINT; codePoint >= 0; codePoint -= 1) {
    const inPlane = codePoint & 0xffff;
    const isPlaneEdge = inPlane === 0 || inPlane >= 0xfffd;
    const isTag = codePoint >= 0xe0000 && codePoint <= 0xe1000;
    if (codePoint < 0x40000 || isPlaneEdge || isTag) parts.push(String.fromCodePoint(codePoint));
  }
  return parts.join('');
}

/** Whether some character is in both. */
export function overlap(left: Ranges, right: Ranges): boolean {
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i] as Range, right[j] as Range];
    if (a[0] <= b[1] && b[0] <= a[1]) return true;
    if (a[1] < b[1]) i += 1;
    else j += 1;
  }
  return false;
}
