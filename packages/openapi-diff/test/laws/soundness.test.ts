import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentPairs } from './arbitrary-schemas.ts';
import { missedDifference, unsoundRequest, unsoundResponse } from './soundness.ts';

const RUNS = process.env['TEST_LONG'] === undefined ? 200 : 20_000;
const TIMEOUT = 3_600_000;

test(
  'what conformed to a request body still does, unless a change is breaking',
  () => {
    fc.assert(
      fc.property(documentPairs, ([old, current]) => {
        expect(unsoundRequest(old, current)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);

test(
  'what conforms to a response body did so before, unless a change is breaking',
  () => {
    fc.assert(
      fc.property(documentPairs, ([old, current]) => {
        expect(unsoundResponse(old, current)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);

test(
  'where a value tells two schemas apart there is a change',
  () => {
    fc.assert(
      fc.property(documentPairs, ([old, current]) => {
        expect(missedDifference(old, current)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);
