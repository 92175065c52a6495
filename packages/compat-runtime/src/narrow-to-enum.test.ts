import { expect, test } from 'vitest';
import { narrowToEnum, refuseNonMembers } from './narrow-to-enum.ts';
import { lose, refuse } from './outcome.ts';

const narrowColour = narrowToEnum(
  { RED: true, OTHER: true },
  { becomes: 'OTHER', severity: 'minor' },
);
const narrowUnit = refuseNonMembers({ KG: true, LB: true });

test('a member stays', () => {
  expect(narrowColour.upgrade('RED')).toBe('RED');
  expect(narrowUnit.upgrade('LB')).toBe('LB');
});

test.each(['PINK', '', 'red', 'toString', '__proto__'])('%j becomes the fallback', (was) => {
  expect(narrowColour.upgrade(was)).toEqual(lose('OTHER', 'minor'));
});

test('without a fallback, any other string is refused with the members', () => {
  expect(narrowUnit.upgrade('STONE')).toEqual(refuse('only KG, LB are known; use one of these'));
});

test('every member is a string of the old version', () => {
  expect(narrowColour.downgrade('OTHER')).toBe('OTHER');
  expect(narrowUnit.downgrade('LB')).toBe('LB');
});

test('what is no string is left for the receiver to reject', () => {
  expect(narrowColour.upgrade(null as never)).toBeNull();
  expect(narrowUnit.upgrade(7 as never)).toBe(7);
});
