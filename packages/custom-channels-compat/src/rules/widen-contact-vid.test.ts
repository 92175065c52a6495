import { Refused } from '@apipin/compat-runtime';
import { expect, test } from 'vitest';
import { widenContactVid } from './widen-contact-vid.ts';

test.each([0, -1, 2_147_483_647, -2_147_483_648])('%d fits v3', (vid) => {
  expect(widenContactVid.downgrade(vid)).toBe(vid);
});

test.each([2_147_483_648, -2_147_483_649, 9_223_372_036_854_775_807n])(
  '%d is refused for v3',
  (vid) => {
    expect(widenContactVid.downgrade(vid)).toBeInstanceOf(Refused);
  },
);

test.each([1.5, '7', null])('%j is no id and left for v3 to reject', (vid) => {
  expect(widenContactVid.downgrade(vid as number)).toBe(vid);
});
