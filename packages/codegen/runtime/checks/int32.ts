import * as z from 'zod';
import { isInt32 } from '../values/is-int32.js';

/** Refuses numbers that are no 32-bit signed integer. */
export function int32(): z.core.CheckFn<number> {
  return ({ value, issues }) => {
    if (!isInt32(value)) {
      issues.push({ code: 'custom', input: value, message: 'Invalid input: expected an int32' });
    }
  };
}
