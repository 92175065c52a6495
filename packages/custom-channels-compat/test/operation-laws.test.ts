import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/index.ts';
import { valuesOf } from './arbitraries.ts';
import { expectLaws } from './laws.ts';
import type { Admitted } from './laws.ts';
import { operationParts } from './operation-parts.ts';
import { runs, runsTimeout } from './runs.ts';

const admitted: Admitted = { lost: new Set(), refused: new Set() };

describe.each(operationParts)('%s', (_operationId, parts) => {
  test.each(parts)(
    'every law holds for $title',
    { timeout: runsTimeout },
    ({ schema, validator, upgrade, downgrade }) => {
      const upgrading = {
        there: upgrade,
        back: downgrade,
        from: validator.v3,
        to: validator['2026-03'],
      };
      const downgrading = {
        there: downgrade,
        back: upgrade,
        from: upgrading.to,
        to: upgrading.from,
      };
      fc.assert(
        fc.property(
          valuesOf(schema.v3, 'v3'),
          valuesOf(schema['2026-03'], '2026-03'),
          (v3, current) => {
            expectLaws(v3, upgrading, admitted);
            expectLaws(current, downgrading, admitted);
          },
        ),
        { numRuns: runs(25, 2_000) },
      );
    },
  );
});

test('the rules of queries keep what their classes promise, and no less', () => {
  const ofQueries = Object.entries(rules).filter(([change]) => change.includes('.query.'));

  expect(ofQueries).not.toEqual([]);
  for (const [change, rule] of ofQueries) {
    expect(admitted.refused.has(change)).toBe(rule.class === 'partial');
    expect(admitted.lost.has(change)).toBe(rule.class === 'lossy');
  }
});
