import * as z from 'zod';
import { forward } from './forward.js';

/** Checks with `consequent` what `condition` accepts, and everything else with `alternative`. */
export function conditional(
  condition: z.ZodType,
  consequent: z.ZodType,
  alternative: z.ZodType,
): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    forward(condition.safeParse(value).success ? consequent : alternative, value, [], issues);
  };
}
