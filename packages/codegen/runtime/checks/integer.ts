import * as z from 'zod';
import { isInteger } from '../values/is-integer.js';

/** Refuses numbers with a fraction; `1.0` has none, and there is no upper bound. */
export function integer(): z.core.CheckFn<number> {
  return ({ value, issues }) => {
    if (!isInteger(value)) {
      issues.push({ code: 'custom', input: value, message: 'Invalid input: expected an integer' });
    }
  };
}
