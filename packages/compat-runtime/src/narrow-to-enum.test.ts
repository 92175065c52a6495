import { expect, test } from 'vitest';
import { UnmappableValueError } from './errors/unmappable-value-error.ts';
import { narrowToEnum } from './narrow-to-enum.ts';

const narrowColour = narrowToEnum<'RED' | 'OTHER'>({
  id: 'narrow-colour',
  members: { RED: true, OTHER: true },
  otherwise: { becomes: 'OTHER', severity: 'minor' },
});

const narrowUnit = narrowToEnum<'KG' | 'LB'>({
  id: 'narrow-unit',
  members: { KG: true, LB: true },
});

test('a member stays', () => {
  expect(narrowColour.upgrade('RED')).toEqual({ value: 'RED', losses: [] });
});

test.each(['PINK', '', 'red', 'toString', '__proto__'])('%j becomes the fallback', (was) => {
  expect(narrowColour.upgrade(was)).toEqual({
    value: 'OTHER',
    losses: [{ pointer: '', change: 'narrow-colour', was, becomes: 'OTHER', severity: 'minor' }],
  });
});

test('without a fallback, any other string is refused with the members', () => {
  expect(() => narrowUnit.upgrade('STONE')).toThrow(
    new UnmappableValueError({
      pointer: '',
      change: 'narrow-unit',
      value: 'STONE',
      direction: 'upgrade',
      reason: 'only KG, LB are known; use one of these',
    }),
  );
});

test('every member is a string of the old version', () => {
  expect(narrowUnit.downgrade('LB')).toEqual({ value: 'LB', losses: [] });
});

test('what is no string is left for the receiver to reject', () => {
  expect(narrowUnit.upgrade(null as never)).toEqual({ value: null, losses: [] });
});
