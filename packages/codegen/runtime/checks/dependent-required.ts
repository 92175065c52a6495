import * as z from 'zod';

/** Where a property is present, refuses objects that lack one of the names listed for it. */
export function dependentRequired(
  names: readonly (readonly [string, readonly string[]])[],
): z.core.CheckFn<object> {
  return ({ value, issues }) => {
    for (const [name, needed] of names) {
      if (!Object.hasOwn(value, name)) continue;
      for (const other of needed.filter((candidate) => !Object.hasOwn(value, candidate))) {
        issues.push({
          code: 'custom',
          input: value,
          path: [other],
          message: `Invalid input: expected the property beside "${name}"`,
        });
      }
    }
  };
}
