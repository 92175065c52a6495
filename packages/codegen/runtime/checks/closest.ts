import * as z from 'zod';

/** For a union whose members are called `names`: says which of them a value came closest to, and what it lacks. */
export function closest(...names: readonly string[]): { error: z.core.$ZodErrorMap } {
  return {
    error: ({ errors, matches }) => {
      if (Array.isArray(matches)) {
        const both = matches.map((index: number) => names[index]).join(' and ');
        return `Invalid input: matches ${both}, and is to match only one of them`;
      }
      const branches = errors as readonly (readonly z.core.$ZodIssue[])[];
      const [nearest, distance] = branches.reduce(
        (best, issues, index) => {
          const found = distanceOf(issues);
          return found < best[1] ? ([index, found] as const) : best;
        },
        [-1, Number.POSITIVE_INFINITY] as readonly [number, number],
      );
      const issue = branches[nearest]?.[0];
      const none = `Invalid input: matches none of ${names.join(', ')}`;
      if (issue === undefined || distance >= FAR) return none;
      const place = issue.path.length === 0 ? '' : `"${issue.path.join('.')}": `;
      return `${none}; closest is ${names[nearest]}: ${place}${issue.message}`;
    },
  };
}

/** A value of another type is like none of a member's. */
const FAR = 1_000_000;

/** How much is wrong: another type weighs most, then another tag, then anything else. */
function distanceOf(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, { code, path, ...issue }) => {
    if (path.length === 0 && code === 'invalid_type') return sum + FAR;
    const isTag = 'values' in issue && issue.values.length === 1;
    return sum + (isTag ? 1000 : 1);
  }, 0);
}
