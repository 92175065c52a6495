import * as z from 'zod';
import { claimsOn, type Claim } from './claim.js';
import { forward } from './forward.js';

/** Checks with `schema` every item that no claim covers. */
export function unevaluatedItems(
  schema: z.ZodType,
  claims: readonly Claim[],
): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    if (!Array.isArray(value)) return;
    const holding = claimsOn(value, claims);
    for (const [index, item] of value.entries()) {
      const isCovered = holding.some(
        ({ prefix = 0, everyItem, contains }) =>
          everyItem === true || index < prefix || contains?.safeParse(item).success === true,
      );
      if (!isCovered) forward(schema, item, [index], issues);
    }
  };
}
