import * as z from 'zod';

/** Refuses strings that `matcher` does not match; `pattern` is what it was made from. */
export function matching(
  matcher: { test(text: string): boolean },
  pattern: string,
): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    if (!matcher.test(value)) {
      const message = `Invalid string: must match pattern ${pattern}`;
      issues.push({ code: 'invalid_format', format: 'regex', pattern, input: value, message });
    }
  };
}
