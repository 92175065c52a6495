import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffSequences, type SequenceStep } from './sequence-diff.ts';

const sequence = fc.array(fc.constantFrom<string[]>('a', 'b', 'c', 'd'), { maxLength: 30 });

test('the steps lead from the one to the other', () => {
  fc.assert(
    fc.property(sequence, sequence, (before, after) => {
      const steps = diffSequences(before, after);
      expect(itemsOf(steps, 'removed')).toEqual(before);
      expect(itemsOf(steps, 'added')).toEqual(after);
    }),
  );
});

test('what was put in is all that is added', () => {
  fc.assert(
    fc.property(sequence, fc.nat(), fc.array(fc.constant<string>('new')), (before, at, added) => {
      const steps = diffSequences(before, before.toSpliced(at % (before.length + 1), 0, ...added));
      expect(steps.filter(({ kind }) => kind === 'added').map(({ item }) => item)).toEqual(added);
      expect(steps.some(({ kind }) => kind === 'removed')).toBe(false);
    }),
  );
});

test('very long sequences that have nothing in common take no time', () => {
  const steps = diffSequences(Array(20_000).fill('a'), Array(20_000).fill('b'));
  expect(steps).toHaveLength(40_000);
});

function itemsOf(steps: readonly SequenceStep[], side: 'removed' | 'added'): string[] {
  return steps.filter(({ kind }) => kind === 'same' || kind === side).map(({ item }) => item);
}
