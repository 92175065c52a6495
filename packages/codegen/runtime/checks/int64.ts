import * as z from 'zod';
import { isInt64 } from '../values/is-int64.js';

/** Refuses numbers that are no 64-bit signed integer. */
export function int64(): z.core.CheckFn<number> {
  return ({ value, issues }) => {
    if (!isInt64(value)) {
      issues.push({ code: 'custom', input: value, message: 'Invalid input: expected an int64' });
    }
  };
}
