import * as z from 'zod';

/** Refuses objects that lack one of `names`. */
export function requiredProperties(...names: readonly string[]): z.core.CheckFn<object> {
  return ({ value, issues }) => {
    for (const name of names) {
      if (!Object.hasOwn(value, name)) {
        issues.push({
          code: 'custom',
          input: value,
          path: [name],
          message: 'Invalid input: expected the property to be present',
        });
      }
    }
  };
}
