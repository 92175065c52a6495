import { expect, test } from 'vitest';
import { refuse } from './outcome.ts';
import { relaxPresence } from './relax-presence.ts';

const rule = relaxPresence('it is needed; send it');

test.each([null, '', 0, { a: 1 }])('%j is there, and stays', (value) => {
  expect(rule.upgrade(value)).toBe(value);
  expect(rule.downgrade(value)).toBe(value);
});

test('absence is refused for the old version', () => {
  expect(rule.downgrade(undefined)).toEqual(refuse('it is needed; send it'));
});
