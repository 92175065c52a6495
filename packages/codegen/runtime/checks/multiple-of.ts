import * as z from 'zod';
import { isMultipleOf } from '../values/is-multiple-of.js';

/** Refuses numbers that are no multiple of `divisor`, both taken as the decimals they were written as. */
export function multipleOf(divisor: number): z.core.CheckFn<number> {
  return ({ value, issues }) => {
    if (!isMultipleOf(value, divisor)) {
      const message = `Invalid number: must be a multiple of ${divisor}`;
      issues.push({ code: 'not_multiple_of', origin: 'number', divisor, input: value, message });
    }
  };
}
