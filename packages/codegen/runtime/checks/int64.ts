import * as z from 'zod';

/** Refuses numbers that are no 64-bit signed integer. */
export function int64(): z.core.CheckFn<number> {
  return ({ value, issues }) => {
    if (!Number.isInteger(value) || Math.abs(value) > 2 ** 63) {
      issues.push({ code: 'custom', input: value, message: 'Invalid input: expected an int64' });
    }
  };
}
