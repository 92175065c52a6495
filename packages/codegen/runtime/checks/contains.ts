import * as z from 'zod';

/** Refuses arrays in which fewer than `min` or more than `max` items match `schema`. */
export function contains(
  schema: z.ZodType,
  min: number,
  max?: number,
): z.core.CheckFn<readonly unknown[]> {
  return ({ value, issues }) => {
    const count = value.filter((item) => schema.safeParse(item).success).length;
    if (count < min || (max !== undefined && count > max)) {
      const wanted = max === undefined ? `at least ${min}` : `${min} to ${max}`;
      issues.push({
        code: 'custom',
        input: value,
        message: `Invalid input: expected ${wanted} matching items, found ${count}`,
      });
    }
  };
}
