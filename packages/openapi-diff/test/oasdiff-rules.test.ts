import { expect, test } from 'vitest';
import { RULES } from '../src/index.ts';
import { OASDIFF_RULES } from './oasdiff-rules.ts';
import { verdictPairs } from './verdict-pairs.ts';

test('braces list alternatives', () => {
  expect(expandBraces('a-{b,}-{c,d}')).toEqual(['a-b-c', 'a-b-d', 'a--c', 'a--d']);
});

test('what oasdiff reports we report too, or say why not', () => {
  for (const { theirs, ours, none } of OASDIFF_RULES) {
    if (none !== undefined) expect([ours, none.length > 30], theirs).toEqual([undefined, true]);
    else
      expect(
        expandBraces(ours ?? theirs).filter((id) => !RULES.has(id)),
        theirs,
      ).toEqual([]);
  }
});

test('each rule of oasdiff is listed once', () => {
  const ids = OASDIFF_RULES.flatMap(({ theirs }) => expandBraces(theirs));
  expect(ids.length).toBeGreaterThan(400);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('rules of oasdiff that pairs were judged by are listed', async () => {
  const listed = new Set(OASDIFF_RULES.flatMap(({ theirs }) => expandBraces(theirs)));
  const judged = (await verdictPairs())
    .map(({ rule }) => /^oasdiff ([a-z]+(?:-[a-z]+){2,})/.exec(rule)?.[1])
    .filter((id) => id !== undefined);
  expect([...new Set(judged)].filter((id) => !listed.has(id)).sort()).toEqual([]);
});

/** All that a pattern stands for: `a-{b,c}` is `a-b` and `a-c`. */
function expandBraces(pattern: string): string[] {
  const [, before, list, after] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern) ?? [];
  if (before === undefined || list === undefined || after === undefined) return [pattern];
  const ends = expandBraces(after);
  return list.split(',').flatMap((each) => ends.map((end) => `${before}${each}${end}`));
}
