import { diffModels } from '@apipin/openapi-diff';
import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { boats, type BoatChoices } from '../../test/boats.ts';
import { specOf } from '../../test/spec-of.ts';
import { judgePackages } from './judge-packages.ts';

const SAME = { bump: 'none', changes: [] } as const;
const PACKAGES = [
  { kind: 'client', package: 'client', declarations: SAME },
  { kind: 'validators', package: 'validators', declarations: SAME },
  { kind: 'compat', package: 'compat of the old', declarations: SAME, side: 'old' },
  { kind: 'compat', package: 'compat of the new', declarations: SAME, side: 'current' },
] as const;

function bumpsOf(old: JsonObject, current: JsonObject): string[] {
  const { changes } = diffModels(specOf(old).model, specOf(current).model);
  return judgePackages(changes, PACKAGES).map(({ bump }) => bump);
}

interface Case {
  readonly what: string;
  readonly old?: BoatChoices;
  readonly current: BoatChoices;
  /** Of the client, the validators, and the compat packages whose older and newer version changed. */
  readonly want: readonly string[];
}

test.each<Case>([
  { what: 'nothing', current: {}, want: ['none', 'none', 'none', 'none'] },
  {
    what: 'words',
    current: { description: 'Other words.' },
    want: ['patch', 'patch', 'patch', 'patch'],
  },
  {
    what: 'a response that may be null now: validators take more, readers are not ready',
    current: { received: { type: ['string', 'null'] } },
    want: ['major', 'major', 'major', 'major'],
  },
  {
    what: 'a new value in a response: its type breaks code that sees it, and traffic goes on',
    old: { received: { type: 'string', enum: ['A'] } },
    current: { received: { type: 'string', enum: ['A', 'B'] } },
    want: ['major', 'major', 'major', 'minor'],
  },
  {
    what: 'a shorter text in a request: types do not say it, and traffic breaks',
    current: { sent: { type: 'string', maxLength: 5 } },
    want: ['major', 'major', 'major', 'major'],
  },
  {
    what: 'a longer text in a request',
    old: { sent: { type: 'string', maxLength: 5 } },
    current: { sent: { type: 'string', maxLength: 9 } },
    want: ['patch', 'minor', 'minor', 'minor'],
  },
  {
    what: 'a longer text in a response: validators take it, which is the cure',
    old: { received: { type: 'string', maxLength: 5 } },
    current: { received: { type: 'string', maxLength: 9 } },
    want: ['major', 'minor', 'major', 'major'],
  },
  {
    what: 'another pattern, of which nobody knows what it refuses',
    old: { sent: { type: 'string', pattern: '^(a|b)+c$' } },
    current: { sent: { type: 'string', pattern: '^d?(e|f)$' } },
    want: ['patch', 'major', 'minor', 'minor'],
  },
  {
    what: 'an operation that moved to another path',
    current: { path: '/ships' },
    want: ['major', 'patch', 'major', 'major'],
  },
])('$what', ({ old = {}, current, want }) => {
  expect(bumpsOf(boats(old), boats(current))).toEqual(want);
});

test('what declarations say counts beside what the spec says', () => {
  const declarations = {
    bump: 'major',
    changes: [{ name: 'Boat', kind: 'removed', bump: 'major', message: 'is gone' }],
  } as const;
  expect(judgePackages([], [{ kind: 'client', package: 'client', declarations }])).toEqual([
    { package: 'client', bump: 'major', reasons: ['Boat is gone'] },
  ]);
});

test('reasons are those that ask for the bump, and are said once', () => {
  const { changes } = diffModels(
    specOf(boats({ received: { type: 'string', enum: ['A'] } })).model,
    specOf(boats({ received: { type: 'string', enum: ['B', 'C'] }, description: 'Other.' })).model,
  );
  const [verdict] = judgePackages(changes, PACKAGES);
  expect(verdict!.reasons).toEqual([
    'Boat.received: enum has new values: B, C',
    'Boat.received: enum lost values: A',
  ]);
});
