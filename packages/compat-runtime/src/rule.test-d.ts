import { test } from 'vitest';
import { forward } from './forward.ts';
import { narrowToEnum, refuseNonMembers } from './narrow-to-enum.ts';
import { lose, refuse } from './outcome.ts';
import { relaxPresence } from './relax-presence.ts';
import type { Rule } from './rule.ts';

type Colour = 'RED' | 'OTHER';

test('the class of a rule says what it may return', () => {
  const keep = { upgrade: (value: string) => value, downgrade: (value: string) => value };
  const losing = { ...keep, upgrade: () => lose('', 'minor') };
  const refusing = { ...keep, upgrade: () => refuse('no; never') };

  ({ class: 'iso', ...keep }) satisfies Rule<string, string>;
  ({ class: 'lossy', ...losing }) satisfies Rule<string, string>;
  ({ class: 'partial', ...losing }) satisfies Rule<string, string>;
  ({ class: 'partial', ...refusing }) satisfies Rule<string, string>;
  // @ts-expect-error TS1360: a rule that loses nothing cannot lose
  ({ class: 'iso', ...losing }) satisfies Rule<string, string>;
  // @ts-expect-error TS1360: a rule that refuses nothing cannot refuse
  ({ class: 'lossy', ...refusing }) satisfies Rule<string, string>;
});

test('an enum has all of its members and no other', () => {
  const otherwise = { becomes: 'OTHER', severity: 'minor' } as const;
  narrowToEnum({ RED: true, OTHER: true }, otherwise) satisfies Rule<string, Colour>;
  refuseNonMembers({ RED: true, OTHER: true }) satisfies Rule<string, Colour>;
  // @ts-expect-error TS1360: RED is missing
  narrowToEnum({ OTHER: true }, otherwise) satisfies Rule<string, Colour>;
  // @ts-expect-error TS1360: BLUE is none
  refuseNonMembers({ RED: true, OTHER: true, BLUE: true }) satisfies Rule<string, Colour>;
});

test('some rules are for values of any type', () => {
  relaxPresence('needed; send it') satisfies Rule<Colour, Colour | undefined>;
  forward satisfies Rule<undefined, { a: 1 } | undefined>;
});
