import * as z from 'zod';
import { isFloat } from '../values/is-float.js';

/** Refuses numbers beyond single precision. */
export function float(): z.core.CheckFn<number> {
  return ({ value, issues }) => {
    if (!isFloat(value)) {
      issues.push({ code: 'custom', input: value, message: 'Invalid input: expected a float' });
    }
  };
}
