import * as z from 'zod';
import { forward } from './forward.js';

/** Checks the name of each property. */
export function propertyNames(schema: z.ZodType): z.core.CheckFn<object> {
  return ({ value, issues }) => {
    for (const name of Object.keys(value)) forward(schema, name, [name], issues);
  };
}
