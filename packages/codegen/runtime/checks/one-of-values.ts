import * as z from 'zod';
import { sameJson } from '../values/same-json.js';

/** Refuses values that equal none of `values`, as JSON. */
export function oneOfValues(values: readonly unknown[]): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    if (!values.some((allowed) => sameJson(allowed, value))) {
      issues.push({
        code: 'custom',
        input: value,
        message: 'Invalid input: expected one of the listed values',
      });
    }
  };
}
