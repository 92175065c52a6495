import * as z from 'zod';
import { forward } from './forward.js';

/** Where a property is present, checks the whole object with the schema listed for it. */
export function dependentSchemas(
  schemas: readonly (readonly [string, z.ZodType])[],
): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [name, schema] of schemas) {
      if (Object.hasOwn(value, name)) forward(schema, value, [], issues);
    }
  };
}
