import * as z from 'zod';
import { sameJson } from './same-json.js';

/** Refuses arrays in which two items are equal, as JSON. */
export function uniqueItems(): z.core.CheckFn<readonly unknown[]> {
  return ({ value, issues }) => {
    const seen = new Set<unknown>();
    const objects: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const isObject = typeof item === 'object' && item !== null;
      if (isObject ? objects.some((earlier) => sameJson(earlier, item)) : seen.has(item)) {
        issues.push({
          code: 'custom',
          input: value,
          path: [index],
          message: 'Invalid input: expected unique items',
        });
        return;
      }
      if (isObject) objects.push(item);
      else seen.add(item);
    }
  };
}
