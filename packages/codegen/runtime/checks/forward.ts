import * as z from 'zod';

/** Adds what `schema` says against `value`, which stands at `path`, to `issues`. */
export function forward(
  schema: z.ZodType,
  value: unknown,
  path: PropertyKey[],
  issues: z.core.$ZodRawIssue[],
): void {
  const result = schema.safeParse(value);
  for (const issue of result.error?.issues ?? []) {
    issues.push({ ...issue, path: [...path, ...issue.path], input: value } as z.core.$ZodRawIssue);
  }
}
