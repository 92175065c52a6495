import { components as current } from '@apipin/custom-channels-2026-03-zod';
import { components as v3 } from '@apipin/custom-channels-v3-zod';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { components, rules } from '../src/index.ts';
import { valuesOfComponent } from './arbitraries.ts';
import { expectLaws } from './laws.ts';
import type { Admitted, Map } from './laws.ts';
import { runs, runsTimeout } from './runs.ts';

const validators: Readonly<Record<'old' | 'current', Readonly<Record<string, ZodType>>>> = {
  old: v3,
  current,
};

const admitted: Admitted = { lost: new Set(), refused: new Set() };

describe.each(Object.entries(components))('%s', (_name, mapping) => {
  const { names } = mapping;
  const from = { old: validatorOf('old'), current: validatorOf('current') };
  const upgrade: Map = mapping.upgrade;
  const downgrade: Map = mapping.downgrade;

  test('every law holds for upgrading', { timeout: runsTimeout }, () => {
    const ways = { there: upgrade, back: downgrade, from: from.old, to: from.current };
    assertFor(valuesOfComponent(names.old, 'v3'), (value) => expectLaws(value, ways, admitted));
  });

  test('every law holds for downgrading', { timeout: runsTimeout }, () => {
    const ways = { there: downgrade, back: upgrade, from: from.current, to: from.old };
    assertFor(valuesOfComponent(names.current, '2026-03'), (value) =>
      expectLaws(value, ways, admitted),
    );
  });

  function validatorOf(side: 'old' | 'current'): ZodType {
    const validator = validators[side][names[side]];
    if (validator === undefined) throw new RangeError(`no validator of ${names[side]}`);
    return validator;
  }
});

test('no rule promises less than it keeps', () => {
  const ofComponents = Object.entries(rules).filter(
    ([change]) => !/\.(query|security|201)/.test(change),
  );
  const ofClass = (name: string) =>
    ofComponents.flatMap(([change, rule]) => (rule.class === name ? [change] : [])).toSorted();

  expect([...admitted.refused].toSorted()).toEqual(ofClass('partial'));
  expect([...admitted.lost].toSorted()).toEqual(ofClass('lossy'));
});

function assertFor(values: fc.Arbitrary<unknown>, law: (value: unknown) => void): void {
  fc.assert(fc.property(values, law), { numRuns: runs(100, 10_000) });
}
