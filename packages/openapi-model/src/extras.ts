import { sortedEntries } from './compare.ts';
import type { JsonObject } from './json.ts';
import type { Extras } from './schema.ts';

const EXTRAS: ReadonlySet<string> = new Set([
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'example',
  'examples',
  'externalDocs',
]);

/** What `object` says that the model has no place for. */
export function extrasOf(object: JsonObject): Extras | undefined {
  const names = Object.keys(object).filter((name) => EXTRAS.has(name) || name.startsWith('x-'));
  if (names.length === 0) return undefined;
  return Object.fromEntries(sortedEntries(object).filter(([name]) => names.includes(name)));
}
