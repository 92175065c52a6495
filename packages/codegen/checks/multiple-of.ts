import * as z from 'zod';

/** Refuses numbers that are no multiple of `divisor`, both taken as the decimals they were written as. */
export function multipleOf(divisor: number): z.core.CheckFn<number> {
  return ({ value, issues }) => {
    const quotient = value / divisor;
    const nearest = Math.round(quotient);
    // A quotient beyond the safe integers has no fraction left to look at.
    const exact =
      Number.isFinite(quotient) &&
      Math.abs(quotient - nearest) <= Math.abs(quotient) * Number.EPSILON * 2;
    if (!exact) {
      issues.push({
        code: 'not_multiple_of',
        origin: 'number',
        divisor,
        input: value,
        message: `Invalid number: must be a multiple of ${divisor}`,
      });
    }
  };
}
