import { expect, test } from 'vitest';
import { keepAdded, leaveOutAdded } from './add-property.ts';
import { lose } from './outcome.ts';

const addAuthor = leaveOutAdded('major');
const addColour = keepAdded<string>((value) => typeof value === 'string');

test.each(['Ada', null, 0, false])(
  '%j means nothing in the old version, and is left out',
  (value) => {
    expect(addAuthor.downgrade(value)).toEqual(lose(undefined, 'major'));
  },
);

test('what the old version has ignored does not come to mean something', () => {
  expect(addAuthor.upgrade('Ada')).toEqual(lose(undefined, 'minor'));
});

test('what does no harm is kept', () => {
  expect(addColour.downgrade('RED')).toBe('RED');
  expect(addColour.upgrade('RED' as never)).toBe('RED');
});

test('what is kept is something that the current version takes', () => {
  expect(addColour.upgrade(7 as never)).toEqual(lose(undefined, 'minor'));
});

test.each([addAuthor, addColour])('an absent value stays absent', (rule) => {
  expect(rule.upgrade(undefined)).toBeUndefined();
  expect(rule.downgrade(undefined)).toBeUndefined();
});
