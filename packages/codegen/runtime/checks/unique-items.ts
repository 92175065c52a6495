import * as z from 'zod';
import { hasUniqueItems } from '../values/has-unique-items.js';

/** Refuses arrays in which two items are equal, as JSON. */
export function uniqueItems(): z.core.CheckFn<readonly unknown[]> {
  return ({ value, issues }) => {
    if (!hasUniqueItems(value)) {
      issues.push({
        code: 'custom',
        input: value,
        message: 'Invalid input: expected unique items',
      });
    }
  };
}
