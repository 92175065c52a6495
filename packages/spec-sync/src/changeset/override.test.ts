import { expect, test } from 'vitest';
import { overrideVerdicts, UnexplainedLoweringError } from './override.ts';

const VERDICTS = [
  { package: 'a', bump: 'major', reasons: ['Boat.name may be absent now'] },
  { package: 'b', bump: 'patch', reasons: ['words'] },
  { package: 'c', bump: 'none', reasons: [] },
] as const;

const bumpsWith = (override: Parameters<typeof overrideVerdicts>[1]) =>
  overrideVerdicts(VERDICTS, override).map(({ bump }) => bump);

test('a person may raise what is released, and nothing else', () => {
  expect(bumpsWith({ bump: 'major', reason: undefined })).toEqual(['major', 'major', 'none']);
});

test('a person may lower with a reason, and raises nothing by that', () => {
  expect(bumpsWith({ bump: 'minor', reason: 'Never sent.' })).toEqual(['minor', 'patch', 'none']);
});

test.each([
  ['a blank reason', { bump: 'minor', reason: ' \n' }],
  ['a raise to less', { bump: 'minor', reason: undefined }],
] as const)('%s does not lower, and the error says what stands in the way', (_, override) => {
  const attempt = () => bumpsWith(override);
  expect(attempt).toThrow(UnexplainedLoweringError);
  expect(attempt).toThrow('a: "Boat.name may be absent now" is major');
});
