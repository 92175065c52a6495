import * as z from 'zod';

/** Refuses what `schema` accepts. */
export function not(schema: z.ZodType): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    if (schema.safeParse(value).success) {
      issues.push({
        code: 'custom',
        input: value,
        message: 'Invalid input: matches what it must not',
      });
    }
  };
}
