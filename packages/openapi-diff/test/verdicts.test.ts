import { expect, test } from 'vitest';
import type { Diff } from '../src/index.ts';
import { diffDocuments } from './diff-documents.ts';
import { judgeOf, keyOf, verdictPairs } from './verdict-pairs.ts';
import { EXPECTED_DISAGREEMENTS } from './verdicts.expected.ts';
import type { VerdictPair } from './verdicts/verdict-pair.ts';

/** The day on which the pairs with a sunset were judged. */
const TODAY = new Date('2026-11-22');

interface Verdict {
  readonly pair: VerdictPair;
  readonly diff: Diff;
  /** What the judge says. */
  readonly wanted: boolean;
  /** What we say. */
  readonly isBreaking: boolean;
}

const verdicts: readonly Verdict[] = (await verdictPairs()).map((pair) => {
  const diff = diffDocuments(pair.old, pair.new, { today: TODAY });
  const isBreaking = diff.changes.some(({ level }) => level === 'breaking');
  return { pair, diff, wanted: pair.severity !== 'info', isBreaking };
});

test('each pair has a rule and a title that no other pair has', () => {
  const keys = verdicts.map(({ pair }) => keyOf(pair));
  expect(keys.length).toBeGreaterThan(1300);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('we disagree with judges where we have a reason, and nowhere else', () => {
  const found = (isBreaking: boolean): string[] =>
    verdicts
      .filter((verdict) => verdict.isBreaking === isBreaking && verdict.wanted !== isBreaking)
      .map(({ pair }) => keyOf(pair))
      .sort();
  const expected = (weSay: string): string[] =>
    EXPECTED_DISAGREEMENTS.filter((each) => each.weSay === weSay)
      .flatMap(({ pairs }) => pairs)
      .sort();

  expect(found(true)).toEqual(expected('breaking'));
  expect(found(false)).toEqual(expected('not breaking'));
});

test('we agree with oasdiff, and with all judges together, in 19 of 20 cases', () => {
  const judges = [...new Set(verdicts.map(({ pair }) => judgeOf(pair)))];
  const byJudge = judges.map((judge): [string, number] => [
    judge,
    balancedAccuracy(verdicts.filter(({ pair }) => judgeOf(pair) === judge)),
  ]);
  const all = balancedAccuracy(verdicts);
  console.info('balanced accuracy', Object.fromEntries(byJudge), { all });

  expect(Object.fromEntries(byJudge)['oasdiff']).toBeGreaterThanOrEqual(0.95);
  expect(all).toBeGreaterThanOrEqual(0.95);
});

test('ids are unique within each diff', () => {
  for (const { pair, diff } of verdicts) {
    const ids = diff.changes.map(({ id }) => id);
    expect(new Set(ids).size, keyOf(pair)).toBe(ids.length);
  }
});

/** The mean of the shares of breaking and of other pairs that we call so too. */
function balancedAccuracy(all: readonly Verdict[]): number {
  const shares = [true, false].flatMap((wanted) => {
    const those = all.filter((verdict) => verdict.wanted === wanted);
    const right = those.filter(({ isBreaking }) => isBreaking === wanted);
    return those.length === 0 ? [] : [right.length / those.length];
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
