import * as z from 'zod';
import { forward } from './forward.js';

/** Checks the items of an array by their position, and those after the last position with `rest`. */
export function prefixItems(
  prefix: readonly z.ZodType[],
  rest?: z.ZodType,
): z.core.CheckFn<readonly unknown[]> {
  return ({ value, issues }) => {
    for (const [index, item] of value.entries()) {
      const schema = prefix[index] ?? rest;
      if (schema !== undefined) forward(schema, item, [index], issues);
    }
  };
}
