import * as z from 'zod';
import { isObject } from '../values/is-object.js';
import { claimsOn, type Claim } from './claim.js';
import { forward } from './forward.js';

/** Checks with `schema` every property that no claim covers. */
export function unevaluatedProperties(
  schema: z.ZodType,
  claims: readonly Claim[],
): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    if (!isObject(value)) return;
    const holding = claimsOn(value, claims);
    for (const [name, property] of Object.entries(value)) {
      const isCovered = holding.some(
        ({ names, patterns, everyProperty }) =>
          everyProperty === true ||
          names?.includes(name) === true ||
          patterns?.some((pattern) => pattern.test(name)) === true,
      );
      if (!isCovered) forward(schema, property, [name], issues);
    }
  };
}
