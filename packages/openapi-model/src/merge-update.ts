import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

/**
 * Merges the `update` of an overlay action into the object it targets: objects member by member, arrays by appending,
 * anything else by replacing.
 *
 * @see https://spec.openapis.org/overlay/v1.0.0.html#action-object
 */
export function mergeUpdate(target: JsonObject, update: JsonObject): JsonObject {
  const merged = new Map(Object.entries(target));
  for (const [name, value] of Object.entries(update)) {
    const existing = merged.get(name);
    merged.set(name, existing === undefined ? value : mergeValue(existing, value));
  }
  return Object.fromEntries(merged);
}

function mergeValue(existing: JsonValue, update: JsonValue): JsonValue {
  if (isJsonObject(existing) && isJsonObject(update)) return mergeUpdate(existing, update);
  if (Array.isArray(existing) && Array.isArray(update)) return [...existing, ...update];
  return update;
}
