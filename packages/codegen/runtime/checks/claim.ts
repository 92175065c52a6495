import * as z from 'zod';

/** What one part of a schema has looked at, where the value matches every schema in `when`. */
export interface Claim {
  readonly when?: readonly z.ZodType[];
  /** Properties by name, by pattern, or all of them. */
  readonly names?: readonly string[];
  readonly patterns?: readonly Pick<RegExp, 'test'>[];
  readonly everyProperty?: boolean;
  /** How many items from the first, all of them, or those that match. */
  readonly prefix?: number;
  readonly everyItem?: boolean;
  readonly contains?: z.ZodType;
}

/** The claims that hold for `value`. */
export function claimsOn(value: unknown, claims: readonly Claim[]): Claim[] {
  return claims.filter(({ when = [] }) => when.every((schema) => schema.safeParse(value).success));
}
