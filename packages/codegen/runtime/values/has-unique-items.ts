import { sameJson } from './same-json.js';

/** Whether no two items are equal, as JSON. */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  const primitives = new Set<unknown>();
  const objects: unknown[] = [];
  for (const item of items) {
    const isPrimitive = typeof item !== 'object' || item === null;
    if (isPrimitive ? primitives.has(item) : objects.some((earlier) => sameJson(earlier, item))) {
      return false;
    }
    if (isPrimitive) primitives.add(item);
    else objects.push(item);
  }
  return true;
}
