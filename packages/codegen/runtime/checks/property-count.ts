import * as z from 'zod';

/** Refuses objects with fewer than `min` or more than `max` properties. */
export function propertyCount(min: number, max?: number): z.core.CheckFn<object> {
  return ({ value, issues }) => {
    const count = Object.keys(value).length;
    if (count < min || (max !== undefined && count > max)) {
      const wanted = max === undefined ? `at least ${min}` : `${min} to ${max}`;
      issues.push({
        code: 'custom',
        input: value,
        message: `Invalid input: expected ${wanted} properties, found ${count}`,
      });
    }
  };
}
