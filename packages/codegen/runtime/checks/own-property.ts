import * as z from 'zod';
import { forward } from './forward.js';

/** Checks a property whose name every object inherits, such as `constructor`; only an own property counts. */
export function ownProperty(name: string, schema: z.ZodType): z.core.CheckFn<object> {
  return ({ value, issues }) => {
    if (Object.hasOwn(value, name)) forward(schema, Reflect.get(value, name), [name], issues);
  };
}
