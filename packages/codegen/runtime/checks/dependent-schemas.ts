import * as z from 'zod';
import { isObject } from '../values/is-object.js';
import { forward } from './forward.js';

/** Where a property is present, checks the whole object with the schema listed for it. */
export function dependentSchemas(
  schemas: readonly (readonly [string, z.ZodType])[],
): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    if (!isObject(value)) return;
    for (const [name, schema] of schemas) {
      if (Object.hasOwn(value, name)) forward(schema, value, [], issues);
    }
  };
}
